//! Provision on demand for one person whom the target does not know.

use super::{Simulation, Situation, simulate};
use crate::directory::Person;
use crate::plan::Plan;

/// Simulates the first provisioning of a person whom the target does not know.
pub fn preview(plan: &Plan, person: &Person) -> Simulation {
    let mut simulation = simulate(&Situation::on_demand(plan, person));
    if plan.connection.compliant_patch()
        && let Some(action) = simulation.steps.last_mut()
    {
        action.details.push(
            "The flag aadOptscim062020 has no effect on demand: the requests have the older shapes. Cycles follow it."
                .to_owned(),
        );
    }
    simulation
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::catalog::{Starter, sample_people};
    use crate::plan::{AttributeMapping, SamplePerson};

    fn person(value: serde_json::Value) -> Person {
        Person::from_flat(&serde_json::from_value::<SamplePerson>(value).unwrap()).0
    }

    #[test]
    fn the_reference_plan_creates_anna_after_one_query() {
        let (anna, _) = Person::from_flat(&sample_people()[0]);
        let simulation = preview(&Starter::StaffbaseMinimumWithLocale.plan(), &anna);
        insta::assert_json_snapshot!(simulation.requests);
        let lines = simulation.requests[1].body.as_ref().unwrap().lines();
        let tied = |text: &str| lines.iter().find(|line| line.text.contains(text)).and_then(|line| line.mapping);
        assert_eq!(tied("externalId"), Some(0));
        assert_eq!(tied("\"resourceType\""), None);
        let missing: Vec<_> =
            simulation.did_not_flow().map(|(one, reason)| (one.target.as_str(), reason.clone())).collect();
        assert_eq!(
            missing,
            [("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager", super::super::Reason::Reference,)]
        );
    }

    #[test]
    fn without_a_value_for_any_matching_attribute_nothing_is_sent() {
        let simulation = preview(&Starter::StaffbaseMinimum.plan(), &person(json!({"givenName": "A"})));
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
        let simulation = preview(
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
}
