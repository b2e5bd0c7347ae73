//! Why a text is not a plan.

use crate::limits::Exceeded;
use crate::plan::Broken;

/// A plan file that cannot be read, with place and remedy. The file is left as it is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlanFileError {
    /// No JSON, or cut off.
    #[error("line {line}, column {column}: {reason}. Correct the JSON there, or open a file that Crosswalk saved")]
    Syntax {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What the reader met.
        reason: String,
    },
    /// JSON, but a member has a value it cannot have.
    #[error("line {line}, column {column}: {reason}. Correct the value there")]
    Member {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What is wrong with it.
        reason: String,
    },
    /// Another kind of file.
    #[error("this is no Crosswalk plan: its member \"format\" should be \"crosswalk-plan\" and is {}. Open a .crosswalk.json file", .found.as_deref().unwrap_or("missing"))]
    Format {
        /// What is there instead.
        found: Option<String>,
    },
    /// A file of a later program.
    #[error("the plan has version {version}; this program reads version 1. Open it with a newer Crosswalk")]
    Newer {
        /// The file's version.
        version: u64,
    },
    /// A version that no program ever wrote.
    #[error(
        "the plan has version {version}, and the first one is 1. Correct the number, or open a file that Crosswalk saved"
    )]
    Older {
        /// The file's version.
        version: u64,
    },
    /// A version that is none.
    #[error("the plan's member \"version\" should be the number 1 and is {found}. Correct it")]
    Version {
        /// What is there instead.
        found: String,
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
