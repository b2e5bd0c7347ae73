//! Why a file cannot be imported.

use crate::exchange::json::{JsonError, SecretInFile, place_in_words};
use crate::limits::Exceeded;
use crate::recognition::{Damage, Misplaced};

/// What stops an import, with its place and a remedy. The file does not change.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// The text is not JSON, or exceeds the limits.
    #[error(transparent)]
    Json(#[from] JsonError),
    /// A document of another kind.
    #[error(transparent)]
    Misplaced(#[from] Misplaced),
    /// PowerShell cut content off.
    #[error(transparent)]
    Damaged(#[from] Damage),
    /// The plan would exceed a limit.
    #[error(transparent)]
    Limit(#[from] Exceeded),
    /// It has a secret.
    #[error(transparent)]
    Secret(#[from] SecretInFile),
    /// A member of the schema has the wrong kind of value.
    #[error("{}: this should be {expected} but is {found}. Correct it, or download the schema again", place_in_words(.pointer))]
    Shape {
        /// JSON Pointer.
        pointer: String,
        /// What Graph writes in this place.
        expected: &'static str,
        /// What is there instead.
        found: &'static str,
    },
    /// The requested template does not exist.
    #[error("the file does not have the template “{wanted}”. {}", listed(.there, "Its templates are"))]
    NoTemplate {
        /// The requested ID.
        wanted: String,
        /// The existing IDs.
        there: Vec<String>,
    },
    /// The requested rule does not exist.
    #[error("the schema does not have the synchronization rule “{wanted}”. {}", listed(.there, "Its outbound rules are"))]
    NoRule {
        /// The requested name.
        wanted: String,
        /// The existing outbound rules.
        there: Vec<String>,
    },
    /// The requested rule imports objects into Entra.
    #[error(
        "{}: the rule “{rule}” imports objects into Microsoft Entra ID. A plan can contain outbound rules only. Choose an outbound rule",
        place_in_words(.pointer)
    )]
    Inbound {
        /// JSON Pointer.
        pointer: String,
        /// Its name.
        rule: String,
    },
    /// The requested object mapping does not exist.
    #[error("the schema does not have the object mapping “{wanted}”. {}", listed(.there, "Its object mappings are"))]
    NoObjectMapping {
        /// The requested name.
        wanted: String,
        /// The existing object mappings.
        there: Vec<String>,
    },
    /// The requested object mapping does not map users or groups.
    #[error(
        "{}: the object mapping “{name}” maps “{source_object}” objects. A plan maps users and groups only. Choose a mapping of User or Group",
        place_in_words(.pointer)
    )]
    NeitherUsersNorGroups {
        /// JSON Pointer.
        pointer: String,
        /// Its name.
        name: String,
        /// Its source object.
        source_object: String,
    },
    /// The schema to merge into has no object mapping for the plan.
    #[error(
        "the schema has no outbound object mapping for {missing}, so the plan does not fit into it. Download the schema of the application that the plan is for"
    )]
    NoPlace {
        /// "users", "groups" or both.
        missing: String,
    },
    /// A schema without directories. `PUT` replaces the whole schema, so it would delete the directories of the job.
    #[error(
        "the schema has no directories. Saving it would delete the attribute definitions of the job. Download the whole schema again"
    )]
    NoDirectories,
    /// A script needs the schema of a job, and the file is something else.
    #[error(
        "the file is {form}. A script needs the whole schema of the job: export the script without a schema to get the one that reads it"
    )]
    NotAWholeSchema {
        /// What the file is.
        form: &'static str,
    },
}

fn listed(names: &[String], lead: &str) -> String {
    if names.is_empty() {
        return "There are none".to_owned();
    }
    let names: Vec<String> = names.iter().map(|name| format!("“{name}”")).collect();
    format!("{lead} {}", names.join(", "))
}
