//! Why a file contains no people, no group or no users of the target.

use crate::json::JsonError;
use crate::limits::Exceeded;
use crate::plan::SecretFound;
use crate::recognition::{Damage, Misplaced};

/// A file that cannot be read as it should, with its place.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DirectoryError {
    /// Its bytes are no text, or its text is broken JSON.
    #[error(transparent)]
    Json(#[from] JsonError),
    /// Another reader takes it, or none.
    #[error(transparent)]
    Misplaced(#[from] Misplaced),
    /// It exceeds a limit.
    #[error(transparent)]
    Limit(#[from] Exceeded),
    /// It has a secret.
    #[error(transparent)]
    Secret(#[from] SecretFound),
    /// PowerShell cut off what is needed.
    #[error(transparent)]
    Damaged(#[from] Damage),
    /// JSON, but no person.
    #[error(
        "{place}: a person is a JSON object whose keys are source attributes, like {{\"mail\": \"anna@contoso.com\"}}; this is {found}"
    )]
    NotAPerson {
        /// Which one it is.
        place: String,
        /// What is there.
        found: String,
    },
    /// A list without anybody.
    #[error("the list is empty. Add at least one person")]
    Nobody,
    /// JSON, but no group.
    #[error(
        "a group is a JSON object like {{\"objectId\": \"…\", \"displayName\": \"Sales\", \"members\": []}}; this is {found}"
    )]
    NotAGroup {
        /// What is there.
        found: String,
    },
    /// JSON, but no SCIM resource.
    #[error(
        "{place}: a target is a SCIM resource like {{\"id\": \"1\", \"externalId\": \"anna@contoso.com\"}}, a list of them, or a ListResponse; this is {found}"
    )]
    NotAResource {
        /// Which one it is.
        place: String,
        /// What is there.
        found: String,
    },
}
