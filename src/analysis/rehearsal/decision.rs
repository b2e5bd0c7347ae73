//! The decision about one person, as the simulation makes it.

use super::action::{Action, fails};
use super::outcomes::{NO_CLASS, Outcome, Scope};
use super::reads::Reads;
use super::world::{Meeting, World};
use crate::directory::Person;
use crate::lint::{Manager, Rehearsed};
use crate::plan::{ObjectKind, Plan};
use crate::simulate::{Flow, Match, Reason, Resolved, Simulation, Step, Verdict, scope_verdict};

/// What the first cycle does with a person.
pub(super) fn decide(world: &World, reads: &Reads, person: &Person, meeting: &Meeting) -> (Outcome, Rehearsed) {
    let simulation = world.simulation(person, meeting);
    let first = &meeting.first;
    let small = |number: usize| u16::try_from(number).unwrap_or(u16::MAX);
    let outcome = Outcome {
        action: Action::of(first, &simulation),
        scope: simulation.scope.as_ref().map_or(Scope::In, Scope::of),
        inactive: first.inactive,
        matched_by: match first.matched {
            Match::One { mapping, .. } => Some(small(mapping)),
            _ => None,
        },
        existing: first.existing().and_then(|place| u32::try_from(place).ok()),
        requests: small(simulation.requests.len()),
        problems: 0,
        class: NO_CLASS,
    };
    let matching = world.plan.object_mapping(ObjectKind::User).map(|users| users.matching()).unwrap_or_default();
    let is_unknown = |(mapping, _): &(usize, _)| reads.of_mapping(*mapping).iter().any(|name| person.is_unknown(name));
    let is_provisioned = outcome.is_provisioned();
    let facts = Rehearsed {
        matches: match first.matched {
            Match::One { .. } => 1,
            Match::Several { count, .. } if outcome.scope.is_in() => count,
            _ => 0,
        },
        has_matching_value: first.matched != Match::NoValue || !is_provisioned || matching.iter().any(is_unknown),
        fails: fails(first, &simulation),
        loses_access: matches!(outcome.action, Action::Disable | Action::Delete),
        manager: if is_provisioned { manager(&world.plan, person, &simulation) } else { Manager::None },
    };
    (outcome, facts)
}

/// What becomes of the reference to the manager.
fn manager(plan: &Plan, person: &Person, simulation: &Simulation) -> Manager {
    let sends = simulation.requests.iter().any(|request| request.step == Step::Manager);
    let is_left_out = |one: &Resolved| matches!(one.flow, Flow::DidNotFlow(Reason::ManagerNotProvisioned(_)));
    match person.manager.as_deref() {
        Some(manager) if simulation.resolved.iter().any(is_left_out) => {
            if scope_verdict(plan, ObjectKind::User, manager) == Verdict::False {
                Manager::OutOfScope
            } else {
                Manager::NotActive
            }
        }
        None if sends && person.get("manager").is_some() => Manager::NotInFile,
        _ if sends => Manager::Resolves,
        _ => Manager::None,
    }
}
