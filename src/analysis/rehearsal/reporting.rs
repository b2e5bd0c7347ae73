//! The report on its way: what needs a look at everybody is gathered in slices, so that a worker can stop between two of
//! them.

use super::gleaned::Gleaned;
use super::report::Report;
use super::result::Rehearsal;

/// A report that is not finished.
#[derive(Clone, Debug)]
pub struct Reporting {
    /// Rows that are looked at.
    looked_at: usize,
    gleaned: Gleaned,
    /// How many of the frequent values are done.
    done: usize,
}

impl Reporting {
    /// Nobody is looked at yet.
    pub fn new(rehearsal: &Rehearsal) -> Self {
        Self { looked_at: 0, gleaned: Gleaned::new(rehearsal), done: 0 }
    }

    /// Looks at so many people, or sorts so many values. Says whether everything is done.
    pub fn advance(&mut self, rehearsal: &Rehearsal, rows: usize) -> bool {
        if self.looked_at < rehearsal.len() {
            let end = self.looked_at.saturating_add(rows).min(rehearsal.len());
            (self.looked_at..end).for_each(|row| self.gleaned.look_at(rehearsal, row));
            self.looked_at = end;
        } else if let Some((_, frequent)) = self.gleaned.frequent.get_mut(self.done) {
            self.done += usize::from(frequent.advance(rehearsal, rows));
        }
        self.looked_at == rehearsal.len() && self.done == self.gleaned.frequent.len()
    }

    /// The report, with the names of the files that were read. What is not done is done now.
    pub fn finish(mut self, rehearsal: &Rehearsal, people: &str, existing: Option<&str>) -> Report {
        while !self.advance(rehearsal, usize::MAX) {}
        Report::with(rehearsal, &self.gleaned, people, existing)
    }
}

impl Report {
    /// The report about a rehearsal, with the names of the files that were read.
    pub fn of(rehearsal: &Rehearsal, people: &str, existing: Option<&str>) -> Self {
        Reporting::new(rehearsal).finish(rehearsal, people, existing)
    }
}
