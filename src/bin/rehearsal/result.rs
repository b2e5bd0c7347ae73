//! The result: made in slices, then asked for pages of people.

use std::{cell::RefCell, rc::Rc, sync::Arc};

use crosswalk::{
    analysis::rehearsal::{Query, Rehearsal, Report, Run},
    app::rehearsal_messages::{DocumentOffered, PersonFound, RowsPage, RowsWanted, Tell},
    directory::people_file::command,
    exchange::{export::REHEARSAL_FORMATS, plan_file},
};

use crate::{
    files::BothFiles,
    pause::{pause, pause_if_due},
    post,
};

/// People that are rehearsed between two looks at the clock, at first and at most.
const FIRST: usize = 16;
const MOST: usize = 4_096;
/// Milliseconds that they should take.
const STRETCH: f64 = 3.0;
/// Milliseconds between two reports of the progress.
const REPORT: f64 = 80.0;

/// A complete rehearsal with its report.
pub(crate) struct Complete {
    pub(crate) rehearsal: Rehearsal,
    pub(crate) report: Report,
}

/// The result, and the run that makes the next one.
#[derive(Default)]
pub(crate) struct Results {
    rehearsal: Option<Rc<Complete>>,
    /// The rows of the last query.
    picked: Option<(Query, Vec<u32>)>,
    /// Counts the runs that began or were ended: a run that is no longer the last one ends.
    turn: u32,
}

impl Results {
    fn begin(&mut self) -> u32 {
        self.turn = self.turn.wrapping_add(1);
        self.turn
    }

    /// Ends the run. The result before it stays.
    pub(crate) fn stop(&mut self) {
        self.begin();
    }

    /// The complete rehearsal.
    pub(crate) fn complete(&self) -> Option<Rc<Complete>> {
        self.rehearsal.clone()
    }

    /// Forgets everything.
    pub(crate) fn clear(&mut self) {
        self.begin();
        self.rehearsal = None;
        self.picked = None;
    }

    /// A page of the table.
    pub(crate) fn rows(&mut self, wanted: &RowsWanted) -> Tell {
        let Some(rehearsal) = self.rehearsal.as_ref().map(|complete| &complete.rehearsal) else {
            return Tell::Rows(RowsPage { ticket: wanted.ticket, total: 0, from: wanted.from, rows: Vec::new() });
        };
        let query = wanted.sorted(rehearsal);
        let picked = match self.picked.take() {
            Some((same, rows)) if same == query => rows,
            _ => rehearsal.rows(&query),
        };
        let page = wanted.page(rehearsal, &picked);
        self.picked = Some((query, picked));
        Tell::Rows(page)
    }

    /// A person.
    pub(crate) fn person(&self, ticket: u32, row: usize) -> Tell {
        let found = self.rehearsal.as_ref().and_then(|complete| PersonFound::of(&complete.rehearsal, row));
        Tell::Person { ticket, person: found.map(Box::new) }
    }
}

/// Rehearses a plan. It ends without a word when a newer plan comes or somebody stops it.
pub(crate) async fn rehearse(results: Rc<RefCell<Results>>, ticket: u32, plan: String, (people, existing): BothFiles) {
    let turn = results.borrow_mut().begin();
    let plan = match plan_file::read_saved(&plan) {
        Ok(saved) => Arc::new(saved.plan),
        Err(error) => return post(&Tell::NotRehearsed { ticket, reason: error.to_string() }),
    };
    #[allow(clippy::cast_possible_truncation)] // whole milliseconds of this century
    let seen_at = js_sys::Date::now() as i64;
    let users = existing.as_ref().map(|existing| Arc::clone(&existing.table));
    let mut run = Run::new(plan, people.table, users, Some(seen_at));
    let (mut rows, mut reported) = (FIRST, 0.0);
    loop {
        let start = js_sys::Date::now();
        let progress = run.advance(rows);
        let now = js_sys::Date::now();
        // People are alike, so that the next stretch takes about as long as this one.
        rows = if now - start > STRETCH { (rows / 2).max(1) } else { (rows * 2).min(MOST) };
        if now - reported >= REPORT {
            reported = now;
            post(&Tell::Rehearsing { ticket, done: progress.done, of: progress.of });
        }
        if progress.is_complete() {
            break;
        }
        pause_if_due().await;
        if results.borrow().turn != turn {
            return;
        }
    }
    pause().await;
    if results.borrow().turn != turn {
        return;
    }
    let rehearsal = run.finish();
    let report = Report::of(&rehearsal, &people.name, existing.as_ref().map(|existing| existing.name.as_str()));
    let unknown: Vec<&str> = report.unknown.iter().map(|one| one.attribute.as_str()).collect();
    let command = command(rehearsal.people().form.export, &unknown).filter(|_| !unknown.is_empty());
    let tell = Tell::Rehearsed { ticket, report: Box::new(report.clone()), command, documents: offered() };
    {
        let mut results = results.borrow_mut();
        results.rehearsal = Some(Rc::new(Complete { rehearsal, report }));
        results.picked = None;
    }
    post(&tell);
}

/// The documents that can be written.
fn offered() -> Vec<DocumentOffered> {
    let offer = |format: &&crosswalk::exchange::export::RehearsalFormat| DocumentOffered {
        format: format.name.to_owned(),
        title: format.title.to_owned(),
        about: format.about.to_owned(),
    };
    REHEARSAL_FORMATS.iter().map(offer).collect()
}
