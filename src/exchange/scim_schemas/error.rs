//! Why an answer to `/Schemas` describes nothing.

use crate::json::{JsonError, SecretInFile};
use crate::limits::Exceeded;
use crate::recognition::Misplaced;

/// A fault of the answer, with what to do. The plan stays unchanged.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ScimSchemasError {
    /// Its bytes are no text, or its text is broken JSON.
    #[error(transparent)]
    Json(#[from] JsonError),
    /// It is another kind of file.
    #[error(transparent)]
    Misplaced(#[from] Misplaced),
    /// It has a secret.
    #[error(transparent)]
    Secret(#[from] SecretInFile),
    /// A schema has no attributes.
    #[error(
        "{place}the schema {id} has no list “attributes”, so nothing can be read from it. Ask the application for GET …/Schemas/{id}, and read that answer"
    )]
    NoAttributes {
        /// JSON Pointer with a colon; empty for a single schema.
        place: String,
        /// The schema's URN.
        id: String,
    },
    /// There is no schema of users or groups.
    #[error("the answer describes neither users nor groups. Ask the application for GET …/Schemas")]
    NeitherUsersNorGroups,
    /// It has too many attributes.
    #[error(transparent)]
    Limit(#[from] Exceeded),
}
