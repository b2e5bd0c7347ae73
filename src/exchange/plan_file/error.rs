//! Why a text is not a plan.

use crate::limits::Exceeded;
use crate::plan::{Broken, SecretFound};

/// A fault of a plan file, with its place and what to do. The file stays unchanged.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlanFileError {
    /// The text is not JSON, or it is cut off.
    #[error("line {line}, column {column}: {reason}. Correct the JSON there, or open a file that Crosswalk saved")]
    Syntax {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What the reader met.
        reason: String,
    },
    /// A member has a value that is not allowed.
    #[error("line {line}, column {column}: {reason}. Correct the value there")]
    Member {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What is wrong with it.
        reason: String,
    },
    /// It has a secret.
    #[error(transparent)]
    Secret(#[from] SecretFound),
    /// Another kind of file.
    #[error("this is not a Crosswalk plan: its member \"format\" should be \"crosswalk-plan\" but is {}. Open a .crosswalk.json file", .found.as_deref().unwrap_or("missing"))]
    Format {
        /// What is there instead.
        found: Option<String>,
    },
    /// A file of a later program.
    #[error(
        "the plan has version {version}, but this program reads versions up to {}. Open it with a newer Crosswalk",
        super::VERSION
    )]
    Newer {
        /// The file's version.
        version: u64,
    },
    /// No program wrote this version.
    #[error(
        "the plan has version {version}, but the first version is 1. Correct the number, or open a file that Crosswalk saved"
    )]
    Older {
        /// The file's version.
        version: u64,
    },
    /// The version is not a number.
    #[error("the plan's member \"version\" should be the number {} but is {found}. Correct it", super::VERSION)]
    Version {
        /// What is there instead.
        found: String,
    },
    /// The plan is for an application that this program does not know.
    #[error(
        "the plan's target profile is \"{found}\", and this program knows {known}. Nothing was changed: open the plan with a \
         newer Crosswalk, or write one of these IDs into its member \"target_profile\""
    )]
    TargetProfile {
        /// The plan's profile.
        found: String,
        /// The known ones.
        known: String,
    },
    /// The file or the plan exceeds a limit.
    #[error(transparent)]
    Limit(#[from] Exceeded),
    /// The plan contradicts itself.
    #[error("{0}. Remove one of the two")]
    Broken(Broken),
}

impl PlanFileError {
    pub(super) fn from_json(error: &serde_json::Error) -> Self {
        let message = error.to_string();
        let reason = message.rsplit_once(" at line").map_or(message.as_str(), |(reason, _)| reason).to_owned();
        let (line, column) = (error.line().max(1), error.column().max(1));
        if error.is_data() { Self::Member { line, column, reason } } else { Self::Syntax { line, column, reason } }
    }
}
