//! What each target attribute gets: how many people have a value, and which values are the most frequent.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use super::result::Rehearsal;
use super::value_count::{ValueCount, sorted};
use super::values::State;
use crate::text::QuickHash;

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
        let Some(column) = self.columns.get(mapping) else { return Vec::new() };
        // Few texts are compared: rows with one source value have one text.
        let mut same: HashMap<u32, (usize, usize), QuickHash> = HashMap::default();
        for row in self.provisioned() {
            if matches!(column.state(row), State::Value | State::Default) {
                same.entry(column.start(row)).or_insert((row, 0)).1 += 1;
            }
        }
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for (row, people) in same.into_values() {
            *counts.entry(column.get(row).text).or_default() += people;
        }
        sorted(counts.into_iter(), most)
    }
}
