//! What each mapping yields for each person: a column for every mapping, with its texts in one arena.

use std::collections::HashMap;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::directory::people_file::{push_with_room, room_for};
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

    /// The state of a class of decisions: see [`FLOWS`].
    const fn of(class: u8) -> Self {
        match class & FLOWS {
            _ if class & UNKNOWN != 0 => Self::Unknown,
            VALUE => Self::Value,
            DEFAULT => Self::Default,
            ERROR => Self::Failed,
            NOT_SIMULATED => Self::Unknown,
            _ => Self::Empty,
        }
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
    places: Vec<Place>,
    /// For each row, what a decision depends on: see [`FLOWS`].
    classes: Vec<u8>,
    /// The rows by the value of the one column that the mapping reads, as long as few values come again and again.
    known: HashMap<String, u32, QuickHash>,
    asked: usize,
    has_many: bool,
    /// The texts of the plan that rows share.
    kept: HashMap<String, Place, QuickHash>,
}

/// Where a text is in the arena.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    start: u32,
    end: u32,
}

// What a decision depends on, of one value: how it flows, whether it is JSON, and whether it is unknown.
pub(super) const EMPTY: u8 = 0;
pub(super) const VALUE: u8 = 1;
pub(super) const DEFAULT: u8 = 2;
pub(super) const ERROR: u8 = 3;
pub(super) const OTHER: u8 = 4;
pub(super) const NOT_SIMULATED: u8 = 5;
pub(super) const FLOWS: u8 = 7;
pub(super) const JSON: u8 = 8;
pub(super) const UNKNOWN: u8 = 16;

/// Different values of one column after which it does not pay to remember them, if they are more than a quarter.
const MANY: usize = 512;

impl ValueColumn {
    pub(super) fn get(&self, row: usize) -> Target<'_> {
        let state = self.state(row);
        if state == State::Unknown {
            return Target { state, text: "", is_json: false };
        }
        Target { state, text: self.text(row), is_json: self.class(row) & JSON != 0 }
    }

    /// What the mapping yields for a row.
    pub(super) fn state(&self, row: usize) -> State {
        self.classes.get(row).map_or(State::Unknown, |class| State::of(*class))
    }

    /// Whether a row between the first and the last of these can be empty.
    pub(super) fn has_empty(&self, rows: &[u32]) -> bool {
        let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return false };
        let classes = self.classes.get(*first as usize..=*last as usize).unwrap_or_default();
        classes.iter().any(|class| class & FLOWS == EMPTY || class & FLOWS == OTHER)
    }

    /// Counts the states of rows, in the order of [`State::ALL`].
    pub(super) fn count_states(&self, rows: &[u32], states: &mut [usize; 5]) {
        let mut counts = [0_usize; 1 << 5];
        for row in rows {
            if let Some(count) = counts.get_mut(usize::from(self.class(*row as usize))) {
                *count += 1;
            }
        }
        for (class, count) in (0..).zip(counts) {
            let state = State::of(class);
            if let Some(at) = State::ALL.iter().position(|one| *one == state)
                && let Some(counted) = states.get_mut(at)
            {
                *counted += count;
            }
        }
    }

    /// What the request of a row sends, if it sends a value. What the file does not say completely is sent too, as far as
    /// it is known.
    pub(super) fn sent(&self, row: usize) -> Option<Target<'_>> {
        let class = *self.classes.get(row)?;
        let is_sent = matches!(class & FLOWS, VALUE | DEFAULT);
        is_sent.then(|| Target { state: self.state(row), text: self.text(row), is_json: class & JSON != 0 })
    }

    fn text(&self, row: usize) -> &str {
        let Place { start, end } = self.places.get(row).copied().unwrap_or_default();
        self.arena.get(start as usize..end as usize).unwrap_or_default()
    }

    /// A number that rows with one text often share. Rows with different texts never do, as long as the texts are not empty.
    pub(super) fn start(&self, row: usize) -> u32 {
        self.places.get(row).map_or(0, |place| place.start)
    }

    /// How many rows have a value.
    pub(super) fn len(&self) -> usize {
        self.places.len()
    }

    /// Makes room for so many rows.
    pub(super) fn reserve(&mut self, rows: usize) {
        self.places.reserve_exact(rows.saturating_sub(self.places.len()));
        self.classes.reserve_exact(rows.saturating_sub(self.classes.len()));
    }

    /// Makes room for the texts of so many rows, by those that are there.
    pub(super) fn reserve_texts(&mut self, rows: usize) {
        let now = self.arena.len();
        self.arena.reserve_exact(room_for(now, self.places.len(), rows).saturating_sub(now));
    }

    /// Adds the value of the next row.
    pub(super) fn push(&mut self, text: &str, class: u8) {
        let place = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        let start = place(self.arena.len());
        push_with_room(&mut self.arena, text);
        self.places.push(Place { start, end: place(self.arena.len()) });
        self.classes.push(class);
    }

    /// Adds the values of the next rows: texts one after the other, and where each ends, counted from a number before the
    /// first. Rows without a text get the value for those.
    pub(super) fn push_all(
        &mut self,
        (all, ends, base): (&str, &[u32], u32),
        class: u8,
        (empty, class_of_empty): (&str, u8),
    ) {
        let before = u32::try_from(self.arena.len()).unwrap_or(u32::MAX);
        push_with_room(&mut self.arena, all);
        let mut start = base;
        for end in ends {
            let place = Place { start: before + (start - base), end: before + (end - base) };
            if start == *end {
                if empty.is_empty() {
                    self.push_place((place, class_of_empty));
                } else {
                    self.push_kept(empty, class_of_empty);
                }
            } else {
                self.push_place((place, class));
            }
            start = *end;
        }
    }

    /// Adds the value of the next row, whose text is in the arena.
    pub(super) fn push_place(&mut self, (place, class): (Place, u8)) {
        self.places.push(place);
        self.classes.push(class);
    }

    /// Adds the value of the next row. Rows with the same text share it. Says where it is.
    pub(super) fn push_kept(&mut self, text: &str, class: u8) -> (Place, u8) {
        if let Some(place) = self.kept.get(text) {
            let known = (*place, class);
            self.push_place(known);
            return known;
        }
        self.push(text, class);
        let place = self.places.last().copied().unwrap_or_default();
        self.kept.insert(text.to_owned(), place);
        (place, class)
    }

    /// What a decision about a row depends on.
    pub(super) fn class(&self, row: usize) -> u8 {
        self.classes.get(row).copied().unwrap_or_default()
    }

    /// Says of rows whether they, and what is said of them already, have the class of the row before.
    pub(super) fn keep_repeated(&self, rows: &Range<usize>, repeated: &mut [bool]) {
        let classes = self.classes.get(rows.clone()).unwrap_or_default();
        let pairs = classes.iter().zip(classes.iter().skip(1));
        for (is_repeated, (before, class)) in repeated.iter_mut().skip(1).zip(pairs) {
            *is_repeated &= before == class;
        }
    }

    /// Forgets what only a run needs.
    pub(super) fn forget(&mut self) {
        self.known = HashMap::default();
        self.kept = HashMap::default();
    }

    /// Whether the column that it reads has so many values that remembering them does not pay.
    pub(super) const fn has_many(&self) -> bool {
        self.has_many
    }

    /// Adds the value of the next row if the value of its column was there before.
    pub(super) fn push_known(&mut self, source: &str) -> bool {
        if self.has_many {
            return false;
        }
        let Some(row) = self.known.get(source).map(|row| *row as usize) else { return false };
        self.asked += 1;
        self.places.push(self.places.get(row).copied().unwrap_or_default());
        self.classes.push(self.class(row));
        true
    }

    /// Remembers the value of the last row by the value of its column.
    pub(super) fn remember(&mut self, source: &str) {
        let Some(row) = self.places.len().checked_sub(1).and_then(|row| u32::try_from(row).ok()) else { return };
        if self.has_many {
            return;
        }
        self.asked += 1;
        if self.known.len() >= MANY && self.known.len() * 4 > self.asked {
            self.has_many = true;
            self.known = HashMap::default();
            return;
        }
        self.known.insert(source.to_owned(), row);
    }
}
