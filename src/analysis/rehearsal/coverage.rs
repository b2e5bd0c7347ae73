//! What each target attribute gets: how many people have a value, and which values are the most frequent.

use serde::{Deserialize, Serialize};

use super::frequent::Frequent;
use super::result::Rehearsal;
use super::value_count::ValueCount;
use super::values::State;

/// What a target attribute gets from the people whom the first cycle provisions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coverage {
    /// The mapping's place in its table.
    pub mapping: usize,
    /// The target attribute.
    pub target: String,
    /// How many people there are for each state, in the order of [`State::ALL`].
    pub counts: [usize; 5],
}

impl Coverage {
    /// How many people are in a state.
    pub fn count(&self, state: State) -> usize {
        let place = State::ALL.iter().position(|one| *one == state);
        place.and_then(|place| self.counts.get(place)).copied().unwrap_or_default()
    }
}

impl Rehearsal {
    /// What each target attribute gets, in the order of the mappings.
    pub fn coverage(&self) -> Vec<Coverage> {
        let coverage = |(mapping, target): (usize, String)| {
            let counts = self.states.get(mapping).copied().unwrap_or_default();
            Coverage { mapping, target, counts }
        };
        self.targets().map(str::to_owned).enumerate().map(coverage).collect()
    }

    /// The most frequent values of a target attribute among the people whom the first cycle provisions.
    pub fn top_values(&self, mapping: usize, most: usize) -> Vec<ValueCount> {
        let mut frequent = Frequent::new(mapping, most);
        self.provisioned().for_each(|row| frequent.count(self, row));
        while !frequent.advance(self, usize::MAX) {}
        frequent.values(self)
    }
}
