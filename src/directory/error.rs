//! Why a text holds no people.

/// A text that cannot be read as people, with its place.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DirectoryError {
    /// No JSON.
    #[error("line {line}, column {column}: {reason}. Correct the JSON there")]
    Syntax {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What the reader met.
        reason: String,
    },
    /// JSON, but no person.
    #[error(
        "{place}: a person is a JSON object whose keys are source attributes, like {{\"mail\": \"anna@contoso.com\"}}; here stands {found}"
    )]
    NotAPerson {
        /// JSON Pointer.
        place: String,
        /// What stands there.
        found: &'static str,
    },
    /// A list without anybody.
    #[error("the list holds nobody; give at least one person")]
    Nobody,
}
