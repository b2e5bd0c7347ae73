//! Provision on demand for one person who is not linked yet: import, scope, match, action.

use super::create::create_body;
use super::match_request::match_request;
use super::{Certainty, Flow, Method, Request, Resolved, Step, resolve_value};
use crate::directory::Person;
use crate::plan::{ObjectKind, Plan, ProvisionScope};

/// One of the four steps that Entra shows (entra-docs, provision-on-demand).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnDemandStep {
    /// Its name.
    pub title: &'static str,
    /// How it went.
    pub state: StepState,
    /// What it saw and decided.
    pub summary: String,
}

/// How a step went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    /// Done; the next one follows.
    Done,
    /// The journey ends here without an error.
    Skipped,
    /// The journey ends here with an error.
    Failed,
}

/// What would happen to a person.
#[derive(Clone, Debug, PartialEq)]
pub struct Simulation {
    /// The steps as Entra shows them.
    pub steps: Vec<OnDemandStep>,
    /// The requests in order.
    pub requests: Vec<Request>,
    /// Every mapping with its value or the reason it has none, in the order of the table.
    pub resolved: Vec<Resolved>,
}

impl Simulation {
    /// The mappings that sent nothing, with the reason.
    pub fn did_not_flow(&self) -> impl Iterator<Item = (&Resolved, &super::Reason)> {
        self.resolved.iter().filter_map(|one| match &one.flow {
            Flow::DidNotFlow(reason) => Some((one, reason)),
            Flow::Value { .. } => None,
        })
    }
}

/// Simulates the first provisioning of a person whom the target does not know.
pub fn preview(plan: &Plan, person: &Person) -> Simulation {
    let Some(users) = plan.object_mapping(ObjectKind::User) else {
        let summary = "The plan maps no users. Add the user mapping first.".to_owned();
        let steps = vec![OnDemandStep { title: "Import", state: StepState::Failed, summary }];
        return Simulation { steps, requests: Vec::new(), resolved: Vec::new() };
    };
    let mut resolved: Vec<Resolved> = (0..users.attribute_mappings.len())
        .map(|index| resolve_value(plan, ObjectKind::User, index, person, true))
        .collect();
    let body = create_body(&mut resolved);

    let read = person.attributes.values().filter(|value| !value.is_null()).count();
    let mut steps = vec![OnDemandStep {
        title: "Import",
        state: StepState::Done,
        summary: format!("{read} {} read", if read == 1 { "attribute" } else { "attributes" }),
    }];
    steps.push(scope_step(plan, person));

    let mut requests = Vec::new();
    let mut queried = Vec::new();
    for (index, mapping) in users.matching() {
        let Some(Flow::Value { value, .. }) = resolved.get(index).map(|one| &one.flow) else { continue };
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        requests.push(match_request(&mapping.target_attribute, &text));
        queried.push(mapping.target_attribute.as_str());
    }
    let matched = !queried.is_empty();
    steps.push(OnDemandStep {
        title: "Match",
        state: if matched { StepState::Done } else { StepState::Failed },
        summary: if matched {
            format!("{}: no user found", queried.join(", "))
        } else {
            "ImportSkipped: no matching attribute has a value for this person".to_owned()
        },
    });
    if matched {
        let mut note = Vec::new();
        if person.is_soft_deleted() {
            note.push(
                "Entra creates active people only: this is what would be sent once the person is active again"
                    .to_owned(),
            );
        }
        for one in &resolved {
            if let Flow::Value { note: Some(remark), .. } = &one.flow {
                note.push(remark.clone());
            }
        }
        requests.push(Request {
            step: Step::Create,
            method: Method::Post,
            path: "/Users".to_owned(),
            readable_path: "/Users".to_owned(),
            body: Some(body),
            note: (!note.is_empty()).then(|| note.join(". ")),
            certainty: Certainty::Documented,
        });
        steps.push(if !users.actions.create {
            let summary = "Create is off under Target object actions: nobody is created".to_owned();
            OnDemandStep { title: "Action", state: StepState::Skipped, summary }
        } else if person.is_soft_deleted() {
            let summary = "Not created: Entra creates active people only".to_owned();
            OnDemandStep { title: "Action", state: StepState::Skipped, summary }
        } else {
            OnDemandStep { title: "Action", state: StepState::Done, summary: "Create".to_owned() }
        });
    }
    Simulation { steps, requests, resolved }
}

fn scope_step(plan: &Plan, person: &Person) -> OnDemandStep {
    let (state, summary) = match plan.provision {
        ProvisionScope::All => (StepState::Done, "all users are in scope".to_owned()),
        ProvisionScope::Assigned if person.assigned => (StepState::Done, "assigned to the application".to_owned()),
        ProvisionScope::Assigned => (StepState::Skipped, "not assigned to the application".to_owned()),
    };
    let filters = plan.object_mapping(ObjectKind::User).map_or(0, |users| users.scoping_filters.len());
    let summary =
        if filters == 0 { summary } else { format!("{summary}; {filters} scoping filters are not simulated yet") };
    OnDemandStep { title: "Scope", state, summary }
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
