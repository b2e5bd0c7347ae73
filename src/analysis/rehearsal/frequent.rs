//! The most frequent values of a target attribute, counted in slices: a worker can stop between two of them.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::result::Rehearsal;
use super::value_count::{ValueCount, sorted};
use super::values::{State, ValueColumn};
use crate::text::{self, QuickHash};

/// How many of the most frequent values are kept, beside those that are asked for, until the next cut.
const SPARE: usize = 1_000;

/// The values of one mapping, on the way to the most frequent ones.
#[derive(Clone, Debug)]
pub(super) struct Frequent {
    mapping: usize,
    most: usize,
    stage: Stage,
}

/// A row with a text, and how many people get the text.
type Counted = (u32, u32);

#[derive(Clone, Debug)]
enum Stage {
    /// People are counted by where their text is. Few texts are compared: rows with one source value have one text.
    Places(HashMap<u32, Counted, QuickHash>),
    /// What is left of the places becomes texts, by their hashes.
    Texts(Vec<Counted>, HashMap<u32, Counted, QuickHash>),
    /// Of what is left, the most frequent are kept.
    Most(Vec<Counted>, Vec<Counted>),
}

impl Frequent {
    /// Nobody is counted yet.
    pub(super) fn new(mapping: usize, most: usize) -> Self {
        Self { mapping, most, stage: Stage::Places(HashMap::default()) }
    }

    /// Counts a person whom the first cycle provisions.
    pub(super) fn count(&mut self, rehearsal: &Rehearsal, row: usize) {
        let (Stage::Places(places), Some(column)) = (&mut self.stage, rehearsal.columns.get(self.mapping)) else {
            return;
        };
        if let (State::Value | State::Default, Ok(place)) = (column.state(row), u32::try_from(row)) {
            let start = column.start(row);
            match places.get_mut(&start) {
                Some((_, people)) => *people += 1,
                None => _ = places.insert(start, (place, 1)),
            }
        }
    }

    /// Goes so many values further, when everybody is counted. Says whether everything is done.
    pub(super) fn advance(&mut self, rehearsal: &Rehearsal, values: usize) -> bool {
        let Some(column) = rehearsal.columns.get(self.mapping) else { return true };
        match &mut self.stage {
            Stage::Places(places) => {
                let places = std::mem::take(places).into_values().collect();
                self.stage = Stage::Texts(places, HashMap::default());
            }
            Stage::Texts(places, texts) => {
                for counted in places.split_off(places.len().saturating_sub(values)) {
                    add(column, texts, counted);
                }
                if places.is_empty() {
                    let texts = std::mem::take(texts).into_values().collect();
                    self.stage = Stage::Most(texts, Vec::new());
                }
            }
            Stage::Most(texts, most) => {
                for counted in texts.split_off(texts.len().saturating_sub(values)) {
                    most.push(counted);
                    if most.len() >= self.most + SPARE {
                        cut(column, most, self.most);
                    }
                }
                return texts.is_empty();
            }
        }
        false
    }

    /// The values, the most frequent first, when everything is done.
    pub(super) fn values(&self, rehearsal: &Rehearsal) -> Vec<ValueCount> {
        let (Stage::Most(_, most), Some(column)) = (&self.stage, rehearsal.columns.get(self.mapping)) else {
            return Vec::new();
        };
        sorted(most.iter().map(|(row, people)| (text(column, *row), *people as usize)), self.most)
    }
}

fn text(column: &ValueColumn, row: u32) -> &str {
    column.get(row as usize).text
}

/// Adds to the count of a text. Two texts with one hash take two places.
fn add(column: &ValueColumn, texts: &mut HashMap<u32, Counted, QuickHash>, (row, people): Counted) {
    let mut hash = text::half(text::hash(text(column, row)));
    loop {
        match texts.entry(hash) {
            Entry::Vacant(place) => {
                place.insert((row, people));
                return;
            }
            Entry::Occupied(mut place) if text(column, place.get().0) == text(column, row) => {
                place.get_mut().1 += people;
                return;
            }
            Entry::Occupied(_) => hash = hash.wrapping_add(1),
        }
    }
}

/// Keeps the most frequent, and of equally frequent ones the first in the order of the alphabet.
fn cut(column: &ValueColumn, counted: &mut Vec<Counted>, most: usize) {
    counted.sort_unstable_by(|one, other| {
        other.1.cmp(&one.1).then_with(|| text(column, one.0).cmp(text(column, other.0)))
    });
    counted.truncate(most);
}
