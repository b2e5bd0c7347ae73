//! The reasons why a text cannot be read as JSON.

use crate::limits::Exceeded;
use crate::text::{Position, position};

/// A fault with its place and what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum JsonError {
    /// The text is not JSON, or it is cut off.
    #[error("line {line}, column {column}: {reason}. Correct the JSON there, or download the file again")]
    Syntax {
        /// Line, from 1.
        line: usize,
        /// Column in characters, from 1.
        column: usize,
        /// What the reader found.
        reason: String,
    },
    /// The bytes are not text in the file's encoding.
    #[error("line {line}, column {column}: this is not valid {encoding}. Save the file as UTF-8 and try again")]
    Encoding {
        /// Line, from 1.
        line: usize,
        /// Column in characters, from 1.
        column: usize,
        /// The encoding that the file seemed to have.
        encoding: &'static str,
    },
    /// The file exceeds the limit of bytes.
    #[error(transparent)]
    TooLarge(#[from] Exceeded),
    /// Lists and objects are nested too deep.
    #[error(
        "line {line}, column {column}: more than 256 lists and objects are nested. No schema needs that many. Check how the file was made"
    )]
    TooDeep {
        /// Line, from 1.
        line: usize,
        /// Column in characters, from 1.
        column: usize,
    },
    /// Too many values.
    #[error("line {line}, column {column}: more than 4,000,000 values. Cut the file to one template or one rule")]
    TooMany {
        /// Line, from 1.
        line: usize,
        /// Column in characters, from 1.
        column: usize,
    },
    /// One text too long.
    #[error(
        "line {line}, column {column}: this text is larger than 1 MB. No schema needs that. Check how the file was made"
    )]
    LongText {
        /// Line, from 1.
        line: usize,
        /// Column in characters, from 1.
        column: usize,
    },
    /// The watcher cancelled reading.
    #[error("reading was cancelled. Nothing was changed")]
    Cancelled,
}

impl JsonError {
    pub(super) fn syntax(text: &str, at: usize, reason: impl Into<String>) -> Self {
        let Position { line, column } = position(text, at);
        Self::Syntax { line, column, reason: reason.into() }
    }
}
