//! What vendors and admins report of Entra's requests, and what is assumed from it: each marked with its certainty, beside
//! the documented form.

use crosswalk::catalog::Starter;
use crosswalk::directory::{Person, TargetDirectory, read_target};
use crosswalk::plan::{AttributeMapping, Plan};
use crosswalk::simulate::{
    Certainty, Deviation, Event, Flow, Reason, Request, Simulation, Situation, Step, StepState, next_cycle, simulate,
};
use serde_json::{Value, json};

const CORE: &str = "urn:ietf:params:scim:schemas:core:2.0:User";

fn person(more: &Value) -> Person {
    let mut flat = json!({
        "objectId": "5d4c1f0e-7a52-4b0b-9c1d-2f6a3e8b9d01", "userPrincipalName": "anna@contoso.com", "companyName": "C1",
        "accountEnabled": true,
    });
    flat.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    Person::from_flat(&serde_json::from_value(flat).unwrap()).0
}

fn with(rows: impl IntoIterator<Item = AttributeMapping>) -> Plan {
    let mut plan = Starter::StaffbaseMinimum.plan();
    plan.object_mappings[0].attribute_mappings.extend(rows);
    plan
}

fn request(simulation: &Simulation, step: Step) -> &Request {
    simulation.requests.iter().find(|request| request.step == step).unwrap()
}

fn body(request: &Request) -> Value {
    serde_json::to_value(&request.body.as_ref().unwrap().node).unwrap()
}

fn target(resource: &Value) -> TargetDirectory {
    read_target(resource.to_string()).unwrap().value
}

#[test]
fn an_attribute_outside_the_extension_pattern_comes_one_cycle_later() {
    for name in ["costCode", "custom:region"] {
        let plan = with([AttributeMapping::direct("companyName", name)]);
        let anna = person(&json!({}));
        let created = simulate(&Situation::in_cycle(&plan, &anna));
        let create = body(request(&created, Step::Create));
        assert!(!create.to_string().contains("C1"), "{create}");
        let (_, reason) = created.did_not_flow().find(|(one, _)| one.target == name).unwrap();
        let path = format!("{CORE}:{name}");
        assert_eq!(*reason, Reason::OneCycleLater(path.clone()));
        let later = request(&created, Step::Update);
        assert_eq!(later.certainty, Certainty::Observed);
        assert!(later.note().unwrap().contains("one cycle after"));
        let wanted = json!([{"op": "Add", "path": path, "value": "C1"}]);
        assert_eq!(body(later)["Operations"], wanted);

        // The next cycle sends it, and the one after that has nothing to say.
        let first = next_cycle(&plan, std::slice::from_ref(&anna), &TargetDirectory::default());
        assert!(first.people[0].simulation.requests.iter().all(|request| request.step != Step::Update));
        let second = next_cycle(&plan, std::slice::from_ref(&anna), &first.target);
        assert_eq!(body(request(&second.people[0].simulation, Step::Update))["Operations"], wanted);
        let third = next_cycle(&plan, std::slice::from_ref(&anna), &second.target);
        assert!(third.people[0].simulation.requests.is_empty());
        // A later change replaces it there.
        let moved = person(&json!({"companyName": "C2"}));
        let update = simulate(&Situation { previous: Some((&anna).into()), ..Situation::in_cycle(&plan, &moved) });
        let wanted = json!([{"op": "Replace", "path": path, "value": "C2"}]);
        assert_eq!(body(request(&update, Step::Update))["Operations"], wanted);
    }
    // Core attributes, and those with a URN, are part of the create request.
    let plan = with([
        AttributeMapping::direct("companyName", "nickName"),
        AttributeMapping::direct("companyName", "urn:ietf:params:scim:schemas:extension:a:2.0:User:code"),
    ]);
    let created = simulate(&Situation::in_cycle(&plan, &person(&json!({}))));
    assert_eq!(body(request(&created, Step::Create)).to_string().matches("C1").count(), 2);
    assert!(created.requests.iter().all(|request| request.step != Step::Update));
}

#[test]
fn with_the_flag_additions_merge_as_replacements_do() {
    let plan = Starter::StaffbaseMinimum.plan();
    let anna = person(&json!({
        "jobTitle": "T", "givenName": "G", "surname": "S", "department": "D", "city": "K", "mail": "m@b.c",
    }));
    let operations = |held: &Value, compliant_patch: bool| {
        let target = target(held);
        let situation = Situation {
            target: Some(&target),
            event: Some(Event::Update),
            compliant_patch,
            ..Situation::in_cycle(&plan, &anna)
        };
        let simulation = simulate(&situation);
        let update = request(&simulation, Step::Update);
        (body(update)["Operations"].clone(), update.certainty, update.deviations.contains(&Deviation::DottedKeys))
    };
    let department = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department";
    let held =
        json!({"id": "1", "externalId": "anna@contoso.com", "active": true, "title": "x", "name": {"givenName": "y"}});
    let (flagged, certainty, dotted) = operations(&held, true);
    assert_eq!(
        flagged,
        json!([
            {"op": "add", "path": "emails[type eq \"work\"].value", "value": "m@b.c"},
            {"op": "add", "path": "addresses[type eq \"work\"].locality", "value": "K"},
            {"op": "add", "value": {"name.familyName": "S", department: "D"}},
            {"op": "replace", "value": {"title": "T", "name.givenName": "G"}},
        ])
    );
    assert_eq!((certainty, dotted), (Certainty::Observed, true));
    // One addition and one replacement keep their paths, which is documented.
    let held = json!({
        "id": "1", "externalId": "anna@contoso.com", "active": true, "title": "x", "emails": [{"type": "work", "value": "m@b.c"}],
        "name": {"givenName": "G", "familyName": "S"}, "addresses": [{"type": "work", "locality": "K"}],
    });
    let (flagged, certainty, dotted) = operations(&held, true);
    assert_eq!(
        flagged,
        json!([{"op": "replace", "path": "title", "value": "T"}, {"op": "add", "path": department, "value": "D"}])
    );
    assert_eq!((certainty, dotted), (Certainty::Documented, false));
    assert!(operations(&held, false).0.as_array().unwrap().iter().all(|operation| operation.get("path").is_some()));
}

#[test]
fn a_deletion_may_change_an_identifier_from_the_user_principal_name() {
    let plan = Starter::StaffbaseMinimum.plan();
    let renamed = "5d4c1f0e7a524b0b9c1d2f6a3e8b9d01anna@contoso.com";
    // Graph's list of deleted people has the changed name already.
    for more in [
        json!({}),
        json!({"softDeleted": true}),
        json!({"deletedDateTime": "2026-01-31T10:00:00Z", "userPrincipalName": renamed}),
    ] {
        let disabled =
            simulate(&Situation { event: Some(Event::Disable), ..Situation::in_cycle(&plan, &person(&more)) });
        let disable = request(&disabled, Step::Disable);
        // The documented form stays as it is.
        assert_eq!(body(disable)["Operations"], json!([{"op": "Replace", "path": "active", "value": "False"}]));
        let [form] = disable.other_forms.as_slice() else { panic!("{more}: one other form") };
        assert_eq!(form.certainty, Certainty::Assumed);
        assert!(form.when.contains(renamed) && form.consequence.contains("restore"), "{form:?}");
        assert_eq!(
            serde_json::to_value(&form.body.node).unwrap()["Operations"],
            json!([
                {"op": "Replace", "path": "active", "value": "False"},
                {"op": "Replace", "path": "externalId", "value": renamed},
            ])
        );
    }
    let restored =
        simulate(&Situation { event: Some(Event::Restore), ..Situation::in_cycle(&plan, &person(&json!({}))) });
    assert!(request(&restored, Step::Restore).note().unwrap().contains("externalId may have changed"));
    // An identifier that never changes has no other form.
    let mut stable = plan;
    stable.object_mappings[0].attribute_mappings[0] = AttributeMapping::direct("objectId", "externalId").matching(1);
    for (event, step) in [(Event::Disable, Step::Disable), (Event::Restore, Step::Restore)] {
        let simulation =
            simulate(&Situation { event: Some(event), ..Situation::in_cycle(&stable, &person(&json!({}))) });
        let request = request(&simulation, step);
        assert!(request.other_forms.is_empty() && !request.note().unwrap().contains("externalId"), "{event:?}");
    }
}

#[test]
fn a_renamed_person_changes_an_identifier_and_the_request_says_so() {
    let mut plan = Starter::StaffbaseMinimum.plan();
    let (before, now) = (person(&json!({})), person(&json!({"userPrincipalName": "anna.berg@contoso.com"})));
    let note = |plan: &Plan| {
        let update = simulate(&Situation { previous: Some((&before).into()), ..Situation::in_cycle(plan, &now) });
        request(&update, Step::Update).note().unwrap()
    };
    assert!(note(&plan).contains("The identifier changes"));
    plan.object_mappings[0].attribute_mappings[0] = AttributeMapping::direct("objectId", "externalId").matching(1);
    plan.object_mappings[0].attribute_mappings.push(AttributeMapping::direct("userPrincipalName", "userName"));
    assert!(note(&plan).contains("userName changes"), "{}", note(&plan));
}

#[test]
fn roles_that_are_mapped_directly_are_an_xml_document() {
    let plan = with([AttributeMapping::direct("appRoleAssignments", "roles[primary eq \"True\"].value")]);
    for roles in [json!([{"id": "r1", "value": "a", "displayName": "A"}]), json!([{"value": "a"}, {"value": "b"}])] {
        let simulation = simulate(&Situation::in_cycle(&plan, &person(&json!({"appRoleAssignments": roles}))));
        let one = simulation.resolved.last().unwrap();
        let Flow::Value { value, note } = &one.flow else { panic!("{one:?}") };
        assert!(value.as_str().unwrap().contains("XML document"), "{value}");
        assert!(note.as_ref().unwrap().contains("XML document with a constant type"));
        assert!(request(&simulation, Step::Create).note().unwrap().contains("XML document"));
    }
}

#[test]
fn a_custom_extension_is_missing_in_schemas_and_the_request_says_so() {
    let own = "urn:ietf:params:scim:schemas:extension:showcase:2.0:User:skillset";
    let note = |plan: &Plan| {
        let created = simulate(&Situation::in_cycle(plan, &person(&json!({}))));
        request(&created, Step::Create).note().unwrap_or_default()
    };
    assert!(note(&with([AttributeMapping::direct("companyName", own)])).contains("URN of a custom extension"));
    assert!(!note(&with([])).contains("custom extension"));
    assert!(!note(&Starter::EntraDefault.plan()).contains("custom extension"));
}

#[test]
fn no_match_in_a_part_of_the_target_is_not_known() {
    let plan = Starter::StaffbaseMinimum.plan();
    let anna = person(&json!({"manager": "u2"}));
    let mut part = target(&json!([{"id": "1", "externalId": "somebody@contoso.com"}]));
    let matched = |target: &TargetDirectory| {
        let simulation = simulate(&Situation { target: Some(target), ..Situation::in_cycle(&plan, &anna) });
        simulation.steps.iter().find(|step| step.title == "Match").unwrap().clone()
    };
    assert_eq!(matched(&part).summary, "No user found");
    part.is_part = true;
    let step = matched(&part);
    assert!(step.summary.starts_with("Not known"), "{}", step.summary);
    assert!(step.details[0].contains("in the part of the target that is known"));
    assert_eq!(step.state, StepState::Done);
    // A match in the part is a match.
    let mut hit = target(&json!([{"id": "1", "externalId": "anna@contoso.com"}]));
    hit.is_part = true;
    assert!(matched(&hit).summary.starts_with("One user found"));
}
