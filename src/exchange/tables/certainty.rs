//! How sure a reading is.

use serde::{Deserialize, Serialize};

/// How sure it is that a text means what was read, the surest first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// The text says it letter by letter.
    #[default]
    Exact,
    /// A known spelling that cannot mean anything else.
    Recognised,
    /// The most likely meaning. A person has to look at it.
    Guess,
}

impl Certainty {
    /// The word on screen and in notes.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Recognised => "recognised spelling",
            Self::Guess => "guess",
        }
    }
}

/// Something that was read, with its certainty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sure<T> {
    /// What was read.
    pub(super) value: T,
    /// How sure it is.
    pub(super) certainty: Certainty,
    /// What a person has to know about it.
    pub(super) remark: Option<String>,
}

impl<T> Sure<T> {
    pub(super) fn exact(value: T) -> Self {
        Self { value, certainty: Certainty::Exact, remark: None }
    }

    pub(super) fn guess(value: T, remark: impl Into<String>) -> Self {
        Self { value, certainty: Certainty::Guess, remark: Some(remark.into()) }
    }

    /// The same certainty for something made from the value.
    pub(super) fn map<U>(self, make: impl FnOnce(T) -> U) -> Sure<U> {
        Sure { value: make(self.value), certainty: self.certainty, remark: self.remark }
    }
}
