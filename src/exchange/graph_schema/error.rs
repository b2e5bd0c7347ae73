//! Why a file gives no plan.

use super::recognition::Form;
use crate::exchange::json::JsonError;
use crate::limits::Exceeded;
use crate::recognition::{Damage, Misplaced};

/// What stops an import, with its place and a remedy. The file is left as it is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// The text is no JSON, or beyond the limits.
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
    /// A schema with a member that cannot be what it is.
    #[error("{pointer}: this should be {expected} and is {found}. Correct it, or download the schema again")]
    Shape {
        /// JSON Pointer.
        pointer: String,
        /// What Graph writes there.
        expected: &'static str,
        /// What stands there.
        found: &'static str,
    },
    /// The template asked for is not there.
    #[error("the file has no template “{wanted}”. {}", listed(.there, "Its templates are"))]
    NoTemplate {
        /// The id asked for.
        wanted: String,
        /// The ids there are.
        there: Vec<String>,
    },
    /// The rule asked for is not there.
    #[error("the schema has no synchronization rule “{wanted}”. {}", listed(.there, "Its outbound rules are"))]
    NoRule {
        /// The name asked for.
        wanted: String,
        /// The outbound rules there are.
        there: Vec<String>,
    },
    /// The rule asked for runs into Entra.
    #[error(
        "{pointer}: the rule “{rule}” brings objects into Microsoft Entra ID; a plan is about the way out. Choose an outbound rule"
    )]
    Inbound {
        /// JSON Pointer.
        pointer: String,
        /// Its name.
        rule: String,
    },
    /// The object mapping asked for is not there.
    #[error("there is no object mapping “{wanted}” to import. {}", listed(.there, "There are"))]
    NoObjectMapping {
        /// The name asked for.
        wanted: String,
        /// Those there are.
        there: Vec<String>,
    },
    /// The object mapping asked for is about something else.
    #[error(
        "{pointer}: the object mapping “{name}” maps “{source_object}” objects; a plan maps users and groups. Choose a mapping of User or Group"
    )]
    NeitherUsersNorGroups {
        /// JSON Pointer.
        pointer: String,
        /// Its name.
        name: String,
        /// Its source object.
        source_object: String,
    },
    /// The file to merge into has no place for anything of the plan.
    #[error(
        "the schema has no outbound object mapping for {missing}, so that nothing of the plan has a place in it. Download the schema of the application that the plan is for"
    )]
    NoPlace {
        /// "users", "groups" or both.
        missing: String,
    },
    /// The file to make a script from is not the schema of a job.
    #[error(
        "the file is {}. A script needs the whole schema of the job: export the script without a schema to get the one that reads it",
        .form.words()
    )]
    NotAWholeSchema {
        /// What the file is.
        form: Form,
    },
}

fn listed(names: &[String], lead: &str) -> String {
    if names.is_empty() {
        return "It has none".to_owned();
    }
    let names: Vec<String> = names.iter().map(|name| format!("“{name}”")).collect();
    format!("{lead} {}", names.join(", "))
}
