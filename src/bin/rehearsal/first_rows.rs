//! The first people of a file, while its other rows are read.

use std::{cell::RefCell, rc::Rc, sync::Arc};

use crosswalk::{
    analysis::rehearsal::{FirstPeople, Run},
    app::rehearsal_messages::{RowsPage, TableColumn, Tell},
    directory::people_file::{ChosenColumns, PeopleReader, PeopleTable},
    exchange::plan_file,
};
use wasm_bindgen_futures::spawn_local;

use crate::{files::Files, named_table::Columns, pause::pause_if_due, post};

/// How many people are sent: more than a screen shows.
const SENT: usize = 50;
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

/// Begins to rehearse the first people of a file, if somebody wants them and they are read.
pub(crate) fn begin(files: &Rc<RefCell<Files>>, ticket: u32, reader: &PeopleReader) {
    if !files.borrow().wants_first(ticket) {
        return;
    }
    let Some(read) = reader.first(SENT) else { return };
    let wanted = files.borrow_mut().take_first();
    if let Some(wanted) = wanted
        && let Some(table) = columned(&read, &wanted.remembered)
    {
        spawn_local(rehearse(Rc::clone(files), wanted, table));
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

/// It ends without a word when the file is read or somebody cancels. What is wrong with the plan is said about the whole file.
async fn rehearse(files: Rc<RefCell<Files>>, wanted: FirstRows, table: PeopleTable) {
    let Ok(saved) = plan_file::read_saved(&wanted.plan) else { return };
    #[allow(clippy::cast_possible_truncation)] // whole milliseconds of this century
    let seen_at = js_sys::Date::now() as i64;
    let mut run = Run::new(Arc::new(saved.plan), Arc::new(table), None, Some(seen_at));
    while !run.advance(STEP).is_complete() {
        pause_if_due().await;
        if !files.borrow().is_reading(wanted.ticket) {
            return;
        }
    }
    let rehearsal = run.finish();
    if rehearsal.stopped().is_none() {
        post(&Tell::FirstRows(RowsPage::of_first(wanted.ticket, &FirstPeople::new(rehearsal), &wanted.columns)));
    }
}
