//! The report on its way: what needs a look at everybody is gathered in slices, so that a worker can stop between two of
//! them.

use super::Report;
use super::frequent::Frequent;
use super::result::Rehearsal;

/// People that a problem shows as examples.
const EXAMPLES: usize = 5;
/// Frequent values that are shown.
const FREQUENT: usize = 20;

/// A report that is not finished.
#[derive(Clone, Debug)]
pub struct Reporting {
    /// Rows that are looked at.
    looked_at: usize,
    gleaned: Gleaned,
    /// How many of the frequent values are done.
    done: usize,
}

/// What everybody is looked at for.
#[derive(Clone, Debug)]
pub(super) struct Gleaned {
    /// The bits of the rules whose problems are errors.
    errors: u64,
    /// The bits of the rules that have too few examples.
    wanted: u64,
    /// The people with an error.
    pub(super) people_with_errors: usize,
    /// The first rows with each problem, by the place of its bit.
    pub(super) examples: Vec<Vec<usize>>,
    /// The values of the mappings whose values are shown.
    pub(super) frequent: Vec<(usize, Frequent)>,
}

impl Reporting {
    /// Nobody is looked at yet.
    pub fn new(rehearsal: &Rehearsal) -> Self {
        let shown = rehearsal.shows_values_of().map(|mapping| (mapping, Frequent::new(mapping, FREQUENT)));
        let gleaned = Gleaned {
            errors: rehearsal.error_bits(),
            wanted: u64::MAX,
            people_with_errors: 0,
            examples: vec![Vec::new(); 64],
            frequent: shown.collect(),
        };
        Self { looked_at: 0, gleaned, done: 0 }
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

impl Gleaned {
    fn look_at(&mut self, rehearsal: &Rehearsal, row: usize) {
        let Some(outcome) = rehearsal.outcomes.get(row) else { return };
        self.people_with_errors += usize::from(outcome.problems & self.errors != 0);
        let mut new = outcome.problems & self.wanted;
        while new != 0 {
            let bit = new.trailing_zeros();
            new &= new - 1;
            if let Some(examples) = self.examples.get_mut(bit as usize) {
                examples.push(row);
                if examples.len() == EXAMPLES {
                    self.wanted &= !(1 << bit);
                }
            }
        }
        if outcome.is_provisioned() {
            self.frequent.iter_mut().for_each(|(_, frequent)| frequent.count(rehearsal, row));
        }
    }
}
