//! The rehearsal of whole directories.

mod actions;
mod documents;
mod figures;
mod first_people;
mod opened_person;
mod previews;
mod several_workers;
mod shared_requests;

use std::ops::ControlFlow;
use std::sync::Arc;

use crosswalk::analysis::rehearsal::{Rehearsal, rehearse};
use crosswalk::catalog::Starter;
use crosswalk::directory::people_file::{ChosenColumns, PeopleReader, PeopleTable, Side};
use crosswalk::plan::Plan;

/// The reference plan with changes.
pub(super) fn plan(change: impl FnOnce(&mut Plan)) -> Plan {
    let mut plan = Starter::StaffbaseMinimum.plan();
    change(&mut plan);
    plan
}

/// A file of people, or of users of the target.
pub(super) fn table(side: Side, text: &str) -> Arc<PeopleTable> {
    let mut watch = |_| ControlFlow::Continue(());
    Arc::new(PeopleReader::read(side, text.as_bytes(), &ChosenColumns::default(), &mut watch).unwrap())
}

/// The rehearsal of a plan over files.
pub(super) fn rehearsed(plan: Plan, people: &str, existing: Option<&str>) -> Rehearsal {
    let existing = existing.map(|text| table(Side::Target, text));
    let mut watch = |_| ControlFlow::Continue(());
    rehearse(&Arc::new(plan), &table(Side::People, people), existing.as_ref(), None, &mut watch).unwrap()
}
