//! What a report needs a look at everybody for.

use super::frequent::Frequent;
use super::result::Rehearsal;
use crate::plan::AttributePath;

/// People that a problem shows as examples.
const EXAMPLES: usize = 5;
/// Frequent values that are shown.
const FREQUENT: usize = 20;
/// The target attributes whose frequent values are shown, by the last part of their names.
const SHOWN: [&str; 3] = ["locale", "preferredlanguage", "department"];

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

impl Gleaned {
    /// Nobody is looked at yet.
    pub(super) fn new(rehearsal: &Rehearsal) -> Self {
        let shown = shown(rehearsal).map(|mapping| (mapping, Frequent::new(mapping, FREQUENT)));
        Self {
            errors: rehearsal.error_bits(),
            wanted: u64::MAX,
            people_with_errors: 0,
            examples: vec![Vec::new(); 64],
            frequent: shown.collect(),
        }
    }

    /// Looks at the person of a row.
    pub(super) fn look_at(&mut self, rehearsal: &Rehearsal, row: usize) {
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

/// The mappings whose frequent values are shown.
fn shown(rehearsal: &Rehearsal) -> impl Iterator<Item = usize> {
    let is_shown = |target: &str| {
        let short = AttributePath::parse(target).map(|path| path.short().to_lowercase()).unwrap_or_default();
        SHOWN.contains(&short.rsplit(['.', ':']).next().unwrap_or_default())
    };
    rehearsal.targets().enumerate().filter(move |(_, target)| is_shown(target)).map(|(mapping, _)| mapping)
}
