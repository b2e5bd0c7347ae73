//! Why a text cannot be read as JSON.

use crate::limits::Exceeded;
use crate::text::{Position, position};

/// What stops reading, with its place and a remedy.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum JsonError {
    /// No JSON, or cut off.
    #[error("line {line}, column {column}: {reason}. Correct the JSON there, or download the file again")]
    Syntax {
        /// Line, from 1.
        line: usize,
        /// Column in characters, from 1.
        column: usize,
        /// What the reader met.
        reason: String,
    },
    /// Bytes that are no text in the file's encoding.
    #[error("line {line}, column {column}: this is no {encoding}. Save the file as UTF-8 and try again")]
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
    /// Lists and objects too deep within each other.
    #[error(
        "line {line}, column {column}: more than 256 lists and objects stand within each other. No schema needs that many; check how the file was made"
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
        "line {line}, column {column}: a text of more than 1,048,576 bytes. No schema needs one; check how the file was made"
    )]
    LongText {
        /// Line, from 1.
        line: usize,
        /// Column in characters, from 1.
        column: usize,
    },
    /// Whoever watched ended it.
    #[error("reading was cancelled. Nothing was changed")]
    Cancelled,
}

impl JsonError {
    pub(super) fn syntax(text: &str, at: usize, reason: impl Into<String>) -> Self {
        let Position { line, column } = position(text, at);
        Self::Syntax { line, column, reason: reason.into() }
    }
}
