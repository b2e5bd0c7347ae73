//! The go-live checklist: the steps of the guide, filled from a plan, with the mapping as work on Entra's default list.
//!
//! Steps are derived and never stored. Their IDs are stable: ticks, notes and owners are plan data and refer to them. A
//! tick also stores a hash of what the step shows, so that a later change of these values is visible.

mod attribute_steps;
mod journey_steps;
mod mapping_form;
mod mapping_steps;
mod pairing;
mod scope_steps;
mod step;
mod table;

pub use step::{Action, Checklist, FieldValue, Phase, Progress, Step};
pub use table::RowShown;

use std::collections::HashMap;

use crate::catalog::journey::{Derived, JourneyPhase};
use crate::plan::{ChecklistMark, ObjectKind, Plan};

/// The checklist of a plan, without empty phases.
pub fn checklist(plan: &Plan) -> Checklist {
    let mut phases: Vec<Phase> = JourneyPhase::ALL
        .into_iter()
        .map(|phase| Phase { id: phase.id(), title: phase.title(), summary: String::new(), steps: steps(plan, phase) })
        .filter(|phase| !phase.steps.is_empty())
        .collect();
    step::keep_ids_apart(&mut phases);
    // A row has the ID that it had as a step, so its marks from then stay. Of two marks of one step the first counts.
    let marks: HashMap<&str, &ChecklistMark> =
        plan.checklist.iter().rev().map(|mark| (mark.step.as_str(), mark)).collect();
    for phase in &mut phases {
        for step in &mut phase.steps {
            step.mark(&marks);
        }
        phase.summary = step::summary(phase);
    }
    let progress = Progress::of(phases.iter().flat_map(|phase| &phase.steps));
    Checklist { phases, progress }
}

fn steps(plan: &Plan, phase: JourneyPhase) -> Vec<Step> {
    let mut steps = Vec::new();
    for (journey_step, beside) in journey_steps::of(plan, phase) {
        if beside == Derived::UserRows {
            steps.extend(mapping_steps::table(plan, ObjectKind::User));
        }
        steps.push(journey_step);
        match beside {
            Derived::LocaleRow => steps.extend(mapping_steps::locale(plan)),
            Derived::GroupRows => steps.extend(mapping_steps::table(plan, ObjectKind::Group)),
            Derived::ScopingFilters => steps.extend(scope_steps::of(plan)),
            Derived::UserRows | Derived::Nothing => {}
        }
    }
    if phase == JourneyPhase::CustomAttributes {
        steps.extend(attribute_steps::of(plan));
    }
    steps
}

#[cfg(test)]
mod order_tests;
#[cfg(test)]
mod tests;
