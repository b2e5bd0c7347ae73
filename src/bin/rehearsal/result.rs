//! The result: made in slices, then asked for pages of people.

use std::{cell::RefCell, rc::Rc, sync::Arc};

use crosswalk::{
    analysis::rehearsal::{Picking, Query, Rehearsal, Report, Reporting, Run},
    app::rehearsal_messages::{DocumentOffered, PersonFound, RowsPage, RowsWanted, SHARED_FROM, Tell},
    directory::people_file::command,
    exchange::{export::REHEARSAL_FORMATS, plan_file},
    plan::Plan,
};

use crate::{
    files::BothFiles,
    ordering::Helpers,
    pause::{pause, pause_if_due},
    post,
};

/// People that are rehearsed between two looks at the clock, at first and at most.
const FIRST: usize = 16;
const MOST: usize = 16_384;
/// Milliseconds that they should take.
const STRETCH: f64 = 3.0;
/// Rows that are picked, sorted or reported between two looks at the clock.
const PICKED: usize = 4_096;
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
    /// The ticket of the query that was asked for last.
    asked: u32,
    /// The ticket of the query that is being picked.
    picking: Option<u32>,
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

    /// A page of the table, if its query is picked.
    fn page(&self, wanted: &RowsWanted) -> Option<RowsPage> {
        let Some(complete) = &self.rehearsal else {
            return Some(RowsPage { ticket: wanted.ticket, total: 0, from: wanted.from, rows: Vec::new() });
        };
        let query = wanted.sorted(&complete.rehearsal);
        let (_, rows) = self.picked.as_ref().filter(|(same, _)| *same == query)?;
        Some(wanted.page(&complete.rehearsal, rows))
    }

    /// A person.
    pub(crate) fn person(&self, ticket: u32, row: usize) -> Tell {
        let found = self.rehearsal.as_ref().and_then(|complete| PersonFound::of(&complete.rehearsal, row));
        Tell::Person { ticket, person: found.map(Box::new) }
    }
}

/// Answers with a page of the table. It ends without a word when another query comes.
pub(crate) async fn rows(results: Rc<RefCell<Results>>, wanted: RowsWanted) {
    results.borrow_mut().asked = wanted.ticket;
    loop {
        let page = results.borrow().page(&wanted);
        if let Some(page) = page {
            return post(&Tell::Rows(page));
        }
        // Another page of the same query waits until its rows are picked.
        let is_picking = results.borrow().picking == Some(wanted.ticket);
        if is_picking {
            pause().await;
        } else {
            pick(&results, &wanted).await;
        }
        if results.borrow().asked != wanted.ticket {
            return;
        }
    }
}

/// Picks the rows of a query, unless another query or another result comes.
async fn pick(results: &Rc<RefCell<Results>>, wanted: &RowsWanted) {
    let Some(complete) = results.borrow().complete() else { return };
    results.borrow_mut().picking = Some(wanted.ticket);
    let query = wanted.sorted(&complete.rehearsal);
    let mut picking = Picking::new(&complete.rehearsal, query.clone());
    let is_asked = || results.borrow().asked == wanted.ticket;
    while is_asked() && !picking.advance(&complete.rehearsal, PICKED) {
        pause_if_due().await;
    }
    let is_asked = is_asked();
    let mut results = results.borrow_mut();
    if results.picking == Some(wanted.ticket) {
        results.picking = None;
    }
    let is_of_result = results.rehearsal.as_ref().is_some_and(|result| Rc::ptr_eq(result, &complete));
    if is_asked && is_of_result {
        results.picked = Some((query, picking.rows()));
    }
}

/// Rehearses a plan. It ends without a word when a newer plan comes or somebody stops it.
pub(crate) async fn rehearse(
    results: Rc<RefCell<Results>>,
    helpers: Rc<RefCell<Helpers>>,
    ticket: u32,
    plan: String,
    files: BothFiles,
) {
    run(&results, &helpers, ticket, plan, files).await;
    helpers.borrow().end(ticket);
}

async fn run(
    results: &RefCell<Results>,
    helpers: &RefCell<Helpers>,
    ticket: u32,
    text: String,
    (people, existing): BothFiles,
) {
    let turn = results.borrow_mut().begin();
    let plan = match plan_file::read_saved(&text) {
        Ok(saved) => Arc::new(saved.plan),
        Err(error) => return post(&Tell::NotRehearsed { ticket, reason: error.to_string() }),
    };
    #[allow(clippy::cast_possible_truncation)] // whole milliseconds of this century
    let seen_at = js_sys::Date::now() as i64;
    let users = existing.as_ref().map(|existing| Arc::clone(&existing.table));
    if let Some(existing) = existing.as_ref().filter(|_| people.table.len() >= SHARED_FROM) {
        helpers.borrow().decide(ticket, seen_at, &text, (&people, existing));
    }
    let before = results.borrow().complete();
    let before = before.filter(|before| before.rehearsal.is_of(&people.table, users.as_ref()));
    let mut run = match before {
        // The result before this one stays until the run is complete: a cancel keeps it.
        Some(before) => before.rehearsal.again(plan, Some(seen_at)),
        None => Run::new(plan, people.table, users, Some(seen_at)),
    };
    let (mut rows, mut reported) = (FIRST, 0.0);
    loop {
        let start = js_sys::Date::now();
        // The run waits for nobody. It decides itself about everybody for whom no decision has come.
        let came = helpers.borrow().came(ticket);
        for decided in came {
            run.take(&decided.to_vec());
        }
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
    helpers.borrow().end(ticket);
    pause().await;
    if results.borrow().turn != turn {
        return;
    }
    let rehearsal = run.finish();
    let mut reporting = Reporting::new(&rehearsal);
    while !reporting.advance(&rehearsal, PICKED) {
        pause_if_due().await;
        if results.borrow().turn != turn {
            return;
        }
    }
    let report = reporting.finish(&rehearsal, &people.name, existing.as_ref().map(|existing| existing.name.as_str()));
    pause().await;
    if results.borrow().turn != turn {
        return;
    }
    let unknown: Vec<&str> = report.unknown.iter().map(|one| one.attribute.as_str()).collect();
    let command = command(rehearsal.people().form.export, &unknown).filter(|_| !unknown.is_empty());
    let tell =
        Tell::Rehearsed { ticket, report: Box::new(report.clone()), command, documents: offered(rehearsal.plan()) };
    {
        let mut results = results.borrow_mut();
        results.rehearsal = Some(Rc::new(Complete { rehearsal, report }));
        results.picked = None;
    }
    post(&tell);
}

/// The documents that there are for a plan.
fn offered(plan: &Plan) -> Vec<DocumentOffered> {
    let offer = |format: &&crosswalk::exchange::export::RehearsalFormat| DocumentOffered {
        format: format.name.to_owned(),
        title: format.title.to_owned(),
        about: format.about.to_owned(),
    };
    REHEARSAL_FORMATS.iter().filter(|format| format.why_not(plan).is_none()).map(offer).collect()
}
