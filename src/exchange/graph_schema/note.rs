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
}

impl Note {
    /// A note.
    pub fn new(pointer: &str, text: impl Into<String>) -> Self {
        Self { pointer: pointer.to_owned(), text: text.into() }
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
