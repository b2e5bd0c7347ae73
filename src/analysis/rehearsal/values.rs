//! What each mapping yields for each person: a column for every mapping, with its texts in one arena.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::text::QuickHash;

/// What a mapping yields for a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum State {
    /// A value.
    Value,
    /// The default value.
    Default,
    /// Nothing.
    Empty,
    /// It is not known from this file.
    Unknown,
    /// It fails.
    Failed,
}

impl State {
    all_variants! {
        /// All of them, in the order of the bars.
        pub Value, Default, Empty, Unknown, Failed
    }

    /// The words on screen.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Value => "has a value",
            Self::Default => "default value",
            Self::Empty => "empty",
            Self::Unknown => "not known from this file",
            Self::Failed => "fails",
        }
    }
}

/// A target value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target<'a> {
    /// What the mapping yields.
    pub state: State,
    /// The value as text. What is not text is JSON. Empty without a value.
    pub text: &'a str,
    /// Whether the text is JSON: a Boolean, a number or a list.
    pub is_json: bool,
}

/// The values of one mapping for everybody.
#[derive(Clone, Debug, Default)]
pub(super) struct ValueColumn {
    arena: String,
    cells: Vec<ValueCell>,
    /// The cells by the value of the one column that the mapping reads, as long as few values come again and again.
    known: HashMap<String, ValueCell, QuickHash>,
    asked: usize,
    has_many: bool,
}

/// Where a value is, and what it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct ValueCell {
    start: u32,
    end: u32,
    pub(super) state: State,
    is_json: bool,
    /// What a decision depends on: see [`FLOWS`].
    pub(super) class: u8,
}

// What a decision depends on, of one value: how it flows, whether it is JSON, and whether it is unknown.
pub(super) const EMPTY: u8 = 0;
pub(super) const VALUE: u8 = 1;
pub(super) const DEFAULT: u8 = 2;
pub(super) const ERROR: u8 = 3;
pub(super) const OTHER: u8 = 4;
pub(super) const FLOWS: u8 = 7;
pub(super) const JSON: u8 = 8;
pub(super) const UNKNOWN: u8 = 16;

const NOT_KNOWN: Target<'static> = Target { state: State::Unknown, text: "", is_json: false };

/// Different values of one column after which it does not pay to remember them, if they are more than a quarter.
const MANY: usize = 512;

impl ValueColumn {
    pub(super) fn get(&self, row: usize) -> Target<'_> {
        match self.cells.get(row) {
            Some(cell) if cell.state != State::Unknown => self.target(cell),
            _ => NOT_KNOWN,
        }
    }

    /// What the request of a row sends, if it sends a value. What the file does not say completely is sent too, as far as
    /// it is known.
    pub(super) fn sent(&self, row: usize) -> Option<Target<'_>> {
        let cell = self.cells.get(row).filter(|cell| matches!(cell.class & FLOWS, VALUE | DEFAULT))?;
        Some(self.target(cell))
    }

    fn target(&self, cell: &ValueCell) -> Target<'_> {
        let text = self.arena.get(cell.start as usize..cell.end as usize).unwrap_or_default();
        Target { state: cell.state, text, is_json: cell.is_json }
    }

    /// Adds the value of the next row.
    pub(super) fn push(&mut self, state: State, text: &str, is_json: bool, class: u8) -> ValueCell {
        let place = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        let start = place(self.arena.len());
        self.arena.push_str(text);
        let cell = ValueCell { start, end: place(self.arena.len()), state, is_json, class };
        self.cells.push(cell);
        cell
    }

    /// What a decision about a row depends on.
    pub(super) fn class(&self, row: usize) -> u8 {
        self.cells.get(row).map_or(0, |cell| cell.class)
    }

    /// Adds the value of the next row if the value of its column was there before.
    pub(super) fn push_known(&mut self, source: &str) -> Option<ValueCell> {
        if self.has_many {
            return None;
        }
        let cell = *self.known.get(source)?;
        self.asked += 1;
        self.cells.push(cell);
        Some(cell)
    }

    /// Remembers the value of the last row by the value of its column.
    pub(super) fn remember(&mut self, source: &str, cell: ValueCell) {
        if self.has_many {
            return;
        }
        self.asked += 1;
        if self.known.len() >= MANY && self.known.len() * 4 > self.asked {
            self.has_many = true;
            self.known = HashMap::default();
            return;
        }
        self.known.insert(source.to_owned(), cell);
    }
}
