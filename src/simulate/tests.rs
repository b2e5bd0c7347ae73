//! The one door: its presumptions, and the steps of a first meeting.

use serde_json::{Value, json};

use super::*;
use crate::catalog::{Starter, sample_people};
use crate::directory::Person;
use crate::plan::{AttributeMapping, Plan, SamplePerson};

fn person(value: Value) -> Person {
    Person::from_flat(&serde_json::from_value::<SamplePerson>(value).unwrap()).0
}

fn first_meeting(plan: &Plan, person: &Person) -> Simulation {
    simulate(&Situation::on_demand(plan, person))
}

#[test]
fn the_reference_plan_creates_anna_after_one_query() {
    let (anna, _) = Person::from_flat(&sample_people()[0]);
    let simulation = first_meeting(&Starter::StaffbaseMinimumWithLocale.plan(), &anna);
    insta::assert_json_snapshot!(simulation.requests);
    let lines = simulation.requests[1].body.as_ref().unwrap().lines();
    let tied = |text: &str| lines.iter().find(|line| line.text.contains(text)).and_then(|line| line.mapping);
    assert_eq!(tied("externalId"), Some(0));
    assert_eq!(tied("\"resourceType\""), None);
    let missing: Vec<_> =
        simulation.did_not_flow().map(|(one, reason)| (one.target.as_str(), reason.clone())).collect();
    assert_eq!(missing, [("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager", Reason::Reference)]);
}

#[test]
fn without_a_value_for_any_matching_attribute_nothing_is_sent() {
    let simulation = first_meeting(&Starter::StaffbaseMinimum.plan(), &person(json!({"givenName": "A"})));
    assert_eq!(simulation.requests, []);
    assert!(simulation.steps.last().unwrap().summary.starts_with("ImportSkipped"));
}

#[test]
fn defaults_fill_what_is_empty_and_elements_share_one_object() {
    let mut plan = Starter::StaffbaseMinimum.plan();
    plan.object_mappings[0].attribute_mappings.extend([
        AttributeMapping::direct("postalCode", "addresses[type eq \"work\"].postalCode"),
        AttributeMapping::direct("preferredLanguage", "locale").with_default("en_US"),
        AttributeMapping::constant("True", "roles[primary eq \"True\"].value"),
    ]);
    let simulation = first_meeting(
        &plan,
        &person(json!({"userPrincipalName": "a@b.c", "city": "Köln", "postalCode": "5", "preferredLanguage": ""})),
    );
    let body = serde_json::to_value(&simulation.requests[1].body.as_ref().unwrap().node).unwrap();
    assert_eq!(body["addresses"], json!([{"type": "work", "locality": "Köln", "postalCode": "5"}]));
    assert_eq!(body["locale"], json!("en_US"));
    assert_eq!(body["roles"], json!([{"primary": true, "value": "True"}]));
    assert_eq!(body["active"], json!(true));
    assert_eq!(body.get("emails"), None);
}

fn in_department(department: &str) -> Person {
    person(json!({
        "objectId": "u1", "userPrincipalName": "anna@contoso.com", "department": department, "accountEnabled": true,
    }))
}

fn steps(event: Event, before: &Person, now: &Person) -> Vec<Step> {
    let plan = Starter::StaffbaseMinimum.plan();
    let simulation =
        simulate(&Situation { previous: Some(before.into()), event: Some(event), ..Situation::in_cycle(&plan, now) });
    assert!(simulation.requests.iter().all(|one| one.step == Step::Match || !one.path.contains("%7B")));
    simulation.requests.iter().map(|request| request.step).collect()
}

#[test]
fn every_event_follows_from_what_the_plan_created() {
    let (before, now) = (in_department("Sales"), in_department("IT"));
    assert_eq!(steps(Event::Create, &before, &before), [Step::Match, Step::Create]);
    assert_eq!(steps(Event::Update, &before, &before), [Step::Read]);
    assert_eq!(steps(Event::Update, &before, &now), [Step::Read, Step::Update]);
    assert_eq!(steps(Event::Disable, &before, &before), [Step::Disable]);
    assert_eq!(steps(Event::Restore, &before, &now), [Step::Read, Step::Restore]);
    assert_eq!(steps(Event::Delete, &before, &now), [Step::Delete]);
}

#[test]
fn a_connector_of_its_own_has_values_and_scope_but_no_requests() {
    let mut plan = Starter::StaffbaseMinimum.plan();
    plan.target_profile = "other".into();
    let simulation = first_meeting(&plan, &in_department("Sales"));
    assert_eq!((simulation.requests.len(), simulation.resolved.len()), (0, 10));
    assert!(simulation.scope.is_some() && simulation.skip.unwrap().contains("not documented"));
}

#[test]
fn an_update_sends_what_changed_alone() {
    let plan = Starter::StaffbaseMinimum.plan();
    let (before, now) = (in_department("Sales"), in_department("IT"));
    let update = simulate(&Situation { previous: Some((&before).into()), ..Situation::in_cycle(&plan, &now) });
    let body = update.requests[1].body.as_ref().unwrap().text();
    assert!(body.contains("department") && body.contains("IT") && !body.contains("externalId"), "{body}");
}
