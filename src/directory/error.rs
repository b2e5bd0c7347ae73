//! Why a text holds no people, no group or nothing of the target.

/// A text that cannot be read as it should, with its place.
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
    /// JSON, but no group.
    #[error(
        "a group is a JSON object like {{\"objectId\": \"…\", \"displayName\": \"Sales\", \"members\": []}}; here stands {found}"
    )]
    NotAGroup {
        /// What stands there.
        found: &'static str,
    },
    /// JSON, but no SCIM resource.
    #[error(
        "{place}: a target is a SCIM resource like {{\"id\": \"1\", \"externalId\": \"anna@contoso.com\"}}, a list of them, or a ListResponse; here stands {found}"
    )]
    NotAResource {
        /// JSON Pointer.
        place: String,
        /// What stands there.
        found: &'static str,
    },
}
