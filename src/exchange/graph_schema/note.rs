//! Notes of an import or an export, each with its place in the file.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A note about a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// JSON Pointer (RFC 6901); empty for the whole file.
    pub pointer: String,
    /// The sentence.
    pub text: String,
    /// What was left out and would be imported if it was chosen. The screen and the command say how to choose it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choice: Option<LeftOut>,
}

/// A part of a file that is left out because another one was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LeftOut {
    /// The schema of a template or a job.
    Schema,
    /// A synchronization rule.
    Rule,
    /// An object mapping.
    ObjectMapping,
}

impl Note {
    /// A note.
    pub fn new(pointer: &str, text: impl Into<String>) -> Self {
        Self { pointer: pointer.to_owned(), text: text.into(), choice: None }
    }

    /// A note about a part that was left out and can be chosen.
    pub(super) fn left_out(pointer: &str, part: LeftOut, text: impl Into<String>) -> Self {
        Self { choice: Some(part), ..Self::new(pointer, text) }
    }
}

impl fmt::Display for Note {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.pointer.is_empty() {
            return formatter.write_str(&self.text);
        }
        write!(formatter, "{}: {}", self.pointer, self.text)
    }
}
