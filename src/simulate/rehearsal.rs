//! Events tried on one person: what the target holds follows from the plan itself, as if an earlier cycle had created them.

use super::users::UNKNOWN_ID;
use super::{Event, Simulation, Situation, next_cycle, simulate};
use crate::directory::{Person, TargetDirectory};
use crate::plan::{ObjectKind, Plan};

/// A person before and after something happened, and what the target is known to hold.
#[derive(Clone, Copy, Debug)]
pub struct Rehearsal<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The person as the last cycle saw them.
    pub before: &'a Person,
    /// The person now.
    pub now: &'a Person,
    /// What happened.
    pub event: Event,
    /// What the target holds; nothing for what the plan itself would have created.
    pub target: Option<&'a TargetDirectory>,
    /// Whether it runs on demand, where the flag `aadOptscim062020` has no effect.
    pub on_demand: bool,
}

/// Simulates what Entra would send. A create begins with matching; every other event presumes that the person is linked.
pub fn rehearse(rehearsal: &Rehearsal<'_>) -> Simulation {
    let Rehearsal { plan, now, event, target, on_demand, .. } = *rehearsal;
    let created = match (event, target) {
        (Event::Create, _) | (_, Some(_)) => None,
        _ => Some(created(rehearsal)),
    };
    let situation = Situation {
        target: target.or(created.as_ref()),
        event: (event != Event::Create).then_some(event),
        compliant_patch: plan.connection.compliant_patch() && !on_demand,
        ..Situation::on_demand(plan, now)
    };
    simulate(&situation)
}

/// What the target holds after an earlier cycle, the person's id being the placeholder that the commands show as well.
fn created(rehearsal: &Rehearsal<'_>) -> TargetDirectory {
    let Rehearsal { plan, before, event, .. } = *rehearsal;
    let mut present = before.clone();
    (present.assigned, present.soft_deleted, present.hard_deleted) = (true, false, false);
    present.set_enabled();
    let mut people = vec![present];
    // A manager of whom more than the id is known is there as well.
    people.extend(before.manager.iter().map(|manager| Person { assigned: true, ..(**manager).clone() }));
    let mut target = next_cycle(plan, &people, &TargetDirectory::default()).target;
    if event == Event::Restore
        && let Some(person) = people.first_mut()
    {
        person.assigned = false;
        let links = target.links.clone();
        target = TargetDirectory { links, ..next_cycle(plan, &people, &target).target };
    }
    let key = before.key().unwrap_or(&before.label).to_owned();
    if let Some(id) = target.links.insert(key, UNKNOWN_ID.to_owned()) {
        for resource in target.resources.iter_mut().filter(|resource| resource.id() == Some(&id)) {
            resource.members.insert("id".to_owned(), UNKNOWN_ID.into());
        }
    }
    // Users alone: a rehearsal of a person never looks at groups.
    target.resources.retain(|resource| resource.kind() != Some(ObjectKind::Group));
    target
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::catalog::Starter;
    use crate::plan::{GraphPlace, TargetKind};
    use crate::simulate::Step;

    fn person(department: &str) -> Person {
        let flat = json!({
            "objectId": "u1", "userPrincipalName": "anna@contoso.com", "department": department, "accountEnabled": true,
        });
        Person::from_flat(&serde_json::from_value(flat).unwrap()).0
    }

    fn steps(event: Event, before: &Person, now: &Person) -> Vec<Step> {
        let plan = Starter::StaffbaseMinimum.plan();
        let rehearsal = Rehearsal { plan: &plan, before, now, event, target: None, on_demand: false };
        let simulation = rehearse(&rehearsal);
        assert!(simulation.requests.iter().all(|one| one.step == Step::Match || !one.path.contains("%7B")));
        simulation.requests.iter().map(|request| request.step).collect()
    }

    #[test]
    fn every_event_follows_from_what_the_plan_created() {
        let (before, now) = (person("Sales"), person("IT"));
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
        let graph = GraphPlace { target_kind: TargetKind::Other, ..GraphPlace::default() };
        plan.object_mappings[0].graph = Some(graph);
        let person = person("Sales");
        let rehearsal = Rehearsal {
            plan: &plan,
            before: &person,
            now: &person,
            event: Event::Create,
            target: None,
            on_demand: true,
        };
        let simulation = rehearse(&rehearsal);
        assert_eq!((simulation.requests.len(), simulation.resolved.len()), (0, 10));
        assert!(simulation.scope.is_some() && simulation.skip.unwrap().contains("not documented"));
    }

    #[test]
    fn an_update_sends_what_changed_alone() {
        let plan = Starter::StaffbaseMinimum.plan();
        let (before, now) = (person("Sales"), person("IT"));
        let rehearsal =
            Rehearsal { plan: &plan, before: &before, now: &now, event: Event::Update, target: None, on_demand: true };
        let body = rehearse(&rehearsal).requests[1].body.as_ref().unwrap().text();
        assert!(body.contains("department") && body.contains("IT") && !body.contains("externalId"), "{body}");
    }
}
