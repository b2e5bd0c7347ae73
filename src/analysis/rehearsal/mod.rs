//! The rehearsal: what the first cycle does with every person of a file, and everything about it that needs the data.
//!
//! [`Run`] goes through the people in slices, so that a worker can cancel it. [`rehearse`] runs it to the end. Each person's
//! decision is that of [`crate::simulate`], and [`Rehearsal::simulation`] is the preview of that person. Problems are the
//! judgements of the rules in [`crate::lint`].

mod action;
mod again;
mod classes;
mod coverage;
mod decided;
mod deciding;
mod decision;
mod first_cycle;
mod first_people;
mod frequent;
mod gathered;
mod gleaned;
mod go_live;
mod judges;
mod lane;
mod outcomes;
mod picking;
mod plain;
mod problem;
mod query;
mod reads;
mod report;
mod reporting;
mod request_values;
mod result;
mod run;
mod scope_reading;
mod slice;
mod standing;
mod summary;
mod tally;
mod value_count;
mod values;
mod world;

use std::ops::ControlFlow;
use std::sync::Arc;

pub use action::Action;
pub use coverage::Coverage;
pub use deciding::{Decider, Deciding};
pub use first_cycle::{FirstCycleTime, Threshold};
pub use first_people::FirstPeople;
pub use go_live::{Answer, GoLive};
pub use outcomes::Scope;
pub use picking::Picking;
pub use problem::Problem;
pub use query::{Query, SortBy};
pub use report::{
    ACTIONS_NOT_KNOWN, FileUsed, FrequentValues, NOT_KNOWN, Named, Report, ReportedProblem, UnknownColumn,
};
pub use reporting::Reporting;
pub use request_values::PersonValues;
pub use result::{Existing, PersonRow, Rehearsal};
pub use run::{Progress, Run};
pub use summary::{KnownFigures, Summary};
pub use tally::Actions;
pub use value_count::ValueCount;
pub use values::{State, Target};

use crate::directory::people_file::PeopleTable;
use crate::plan::Plan;

/// The source attributes that a plan reads of people, each once: what a file of people should say.
pub fn reads(plan: &Plan) -> Vec<String> {
    reads::Reads::of(plan).everything(plan)
}

/// Rows between two looks of the watcher.
const SLICE: usize = 2_048;

/// Rehearses everybody. `seen_at` is when Entra looks at the people, in milliseconds since 1970. The watcher gets the
/// progress and can cancel. A cancelled run has no result.
pub fn rehearse(
    plan: &Arc<Plan>,
    people: &Arc<PeopleTable>,
    existing: Option<&Arc<PeopleTable>>,
    seen_at: Option<i64>,
    watch: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Option<Rehearsal> {
    let mut run = Run::new(Arc::clone(plan), Arc::clone(people), existing.map(Arc::clone), seen_at);
    loop {
        let progress = run.advance(SLICE);
        if watch(progress).is_break() {
            return None;
        }
        if progress.is_complete() {
            return Some(run.finish());
        }
    }
}
