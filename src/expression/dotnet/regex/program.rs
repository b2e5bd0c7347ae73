//! A pattern as a program: what the matcher runs.

use super::class::Set;
use super::group::Groups;
use super::tree::Anchor;

/// A compiled pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct Program {
    pub(super) steps: Vec<Step>,
    pub(super) sets: Vec<Quick>,
    pub(super) loops: usize,
    /// How many places captures need: the groups and the whole match.
    pub(super) places: usize,
    /// The set with which a match begins, if it is one set.
    pub(super) first: Option<usize>,
    /// Whether a match can begin at the text's beginning alone.
    pub(super) anchored: bool,
    pub(in super::super) groups: Groups,
}

/// One step. `back` says that it runs from right to left, as look-behind does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// One character of a set.
    One { set: usize, back: bool },
    /// Characters of a set, several.
    Run { set: usize, least: u32, most: u32, lazy: bool, back: bool },
    /// Goes on at the first, and comes back to the second.
    Split { first: usize, second: usize },
    /// Goes on elsewhere.
    Jump(usize),
    /// A group begins.
    Open(usize),
    /// A group ends.
    Close(usize),
    /// A loop begins.
    Enter(usize),
    /// Another round, or on behind the loop.
    Check { counter: usize, least: u32, most: u32, lazy: bool, exit: usize },
    /// A round begins.
    Round(usize),
    /// Tries the steps up to the [`Step::Accept`] before `end`, and takes nothing.
    Look { negative: bool, end: usize },
    /// The same, but takes what was found, for good.
    Atomic { end: usize },
    /// A group's text once more.
    Back { place: usize, fold: bool, back: bool },
    /// A place.
    Anchor(Anchor),
    /// Found.
    Accept,
}

/// A set with a prepared answer for every ASCII character.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Quick {
    /// A bit for each, in two words: WebAssembly shifts no wider ones.
    ascii: [u64; 2],
    set: Set,
}

impl Quick {
    pub(super) fn new(set: &Set) -> Self {
        let bit = |code: u8| u64::from(set.contains(char::from(code))) << (code % 64);
        Self { ascii: [(0..64).map(bit).sum(), (64..128).map(bit).sum()], set: set.clone() }
    }

    pub(super) fn contains(&self, character: char) -> bool {
        let code = u32::from(character);
        match self.ascii.get(code as usize / 64) {
            Some(bits) => bits >> (code % 64) & 1 == 1,
            None => self.set.contains(character),
        }
    }

    /// The only character in it.
    pub(super) fn single(&self) -> Option<char> {
        self.set.single()
    }
}
