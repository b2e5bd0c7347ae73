//! What the evaluation of a row can take at most.

use super::SEARCH_STEPS;
use super::part::{Condition, Part};

impl Part {
    /// How many bytes and how many steps it takes at most, if no attribute has a longer text.
    pub(super) fn most(&self, longest: usize) -> (usize, usize) {
        let own = |bytes: usize, steps: usize| (bytes, steps + 3 + bytes / 6);
        match self {
            Self::Slot(_) => own(longest, 0),
            Self::Constant(text) => own(text.as_ref().map_or(0, String::len), 0),
            Self::Mapped(map, of) => {
                let (bytes, steps) = of.most(longest);
                own(bytes * map.growth, steps)
            }
            Self::Joined(parts) => {
                let (separator, mut steps) = parts.first().map_or((0, 0), |part| part.most(longest));
                let mut bytes = 0;
                for part in parts.iter().skip(1) {
                    let (more, taken) = part.most(longest);
                    bytes += more + separator;
                    steps += taken;
                }
                own(bytes, steps)
            }
            Self::FirstPresent(parts) => longest_of(parts, longest),
            Self::Chosen(condition, branches) => {
                let (bytes, steps) = longest_of(&branches[..], longest);
                own(bytes, steps + condition.most(longest))
            }
            Self::Keyed { source, keys, values } => {
                let (bytes, steps) = longest_of(values, longest);
                let asked: usize = keys.iter().map(|key| 3 + key.len() / 6).sum();
                own(bytes, steps + source.most(longest).1 + asked)
            }
            Self::Replaced { of, find, by } => {
                let (bytes, steps) = of.most(longest);
                let grown = bytes * (1 + by.len() / find.len().max(1));
                own(grown, steps + 9 + grown / 6 + (find.len() + by.len()) / 6)
            }
            Self::Matched { of, pattern, by } => {
                let (bytes, steps) = of.most(longest);
                let grown = (bytes + 1) * (1 + by.len());
                own(grown, steps + SEARCH_STEPS + 9 + (pattern.len() + by.len()) / 6)
            }
        }
    }
}

impl Condition {
    fn most(&self, longest: usize) -> usize {
        match self {
            Self::Equal(left, right) | Self::Unequal(left, right) => 3 + left.most(longest).1 + right.most(longest).1,
            Self::Tested(_, of) | Self::Says(of) => 3 + of.most(longest).1,
            Self::Not(of) => 3 + of.most(longest),
        }
    }
}

/// The longest of some parts, and the steps of all.
fn longest_of(parts: &[Part], longest: usize) -> (usize, usize) {
    let most = parts.iter().map(|part| part.most(longest));
    let (bytes, steps) = most.fold((0, 0), |(bytes, steps), (more, taken)| (more.max(bytes), steps + taken));
    (bytes, steps + 3 + bytes / 6)
}
