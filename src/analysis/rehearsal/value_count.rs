//! Values with how many people get each.

use serde::{Deserialize, Serialize};

/// A value with how many people get it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ValueCount {
    /// The value.
    pub value: String,
    /// How many people.
    pub people: usize,
}

/// The most frequent values, the most frequent first, then in the order of the alphabet.
pub(super) fn sorted<'a>(counts: impl Iterator<Item = (&'a str, usize)>, most: usize) -> Vec<ValueCount> {
    let mut counts: Vec<_> = counts.collect();
    counts.sort_unstable_by(|one, other| other.1.cmp(&one.1).then(one.0.cmp(other.0)));
    counts.truncate(most);
    counts.into_iter().map(|(value, people)| ValueCount { value: value.to_owned(), people }).collect()
}
