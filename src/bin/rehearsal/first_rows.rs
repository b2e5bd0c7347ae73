//! The first people of a file, while its other rows are read.

use std::sync::Arc;

use crosswalk::{
    analysis::rehearsal::{FirstPeople, Run},
    app::rehearsal_messages::{RowsPage, TableColumn, Tell},
    directory::people_file::{ChosenColumns, PeopleTable},
    exchange::plan_file,
};
use wasm_bindgen_futures::spawn_local;

use crate::{named_table::Columns, pause::pause_if_due, post};

/// How many people are sent: more than a screen shows.
pub(crate) const SENT: usize = 50;
/// People that are rehearsed between two looks at the clock.
const STEP: usize = 16;

/// What is wanted of a file that is read.
pub(crate) struct FirstRows {
    /// The ticket of the file.
    pub(crate) ticket: u32,
    pub(crate) plan: String,
    pub(crate) columns: Vec<TableColumn>,
    pub(crate) remembered: Vec<Columns>,
}

impl FirstRows {
    /// Rehearses the first people and sends them. It ends without a word when nobody waits for them any longer, or when somebody
    /// has to say what the columns hold.
    pub(crate) fn rehearse(self, read: &PeopleTable, is_wanted: impl Fn() -> bool + 'static) {
        if let Some(table) = columned(read, &self.remembered) {
            spawn_local(rehearse(self, table, is_wanted));
        }
    }
}

/// The people with what their columns hold; nothing if somebody has to say that.
fn columned(read: &PeopleTable, remembered: &[Columns]) -> Option<PeopleTable> {
    let guessed = read.choose(&ChosenColumns::default()).ok();
    if let Some(known) = guessed.filter(|table| !table.is_guessed()) {
        return Some(known);
    }
    let has_all = |columns: &&Columns| {
        columns.len() == read.columns.len() && read.columns.iter().all(|one| columns.contains_key(&one.heading))
    };
    read.choose(&ChosenColumns::new(remembered.iter().find(has_all)?.clone())).ok()
}

async fn rehearse(wanted: FirstRows, table: PeopleTable, is_wanted: impl Fn() -> bool) {
    // What is wrong with the plan is said about the whole file.
    let Ok(saved) = plan_file::read_saved(&wanted.plan) else { return };
    #[allow(clippy::cast_possible_truncation)] // whole milliseconds of this century
    let seen_at = js_sys::Date::now() as i64;
    let mut run = Run::new(Arc::new(saved.plan), Arc::new(table), None, Some(seen_at));
    while !run.advance(STEP).is_complete() {
        pause_if_due().await;
        if !is_wanted() {
            return;
        }
    }
    let rehearsal = run.finish();
    if rehearsal.stopped().is_none() {
        post(&Tell::FirstRows(RowsPage::of_first(wanted.ticket, &FirstPeople::new(rehearsal), &wanted.columns)));
    }
}
