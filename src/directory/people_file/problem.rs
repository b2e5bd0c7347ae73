//! Why a file of people cannot be read, and why a row is skipped.

use crate::json::JsonError;
use crate::limits::Exceeded;
use crate::recognition::Misplaced;

/// A file that cannot be read, with what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PeopleFileError {
    /// Another reader takes it, or none.
    #[error(transparent)]
    Misplaced(#[from] Misplaced),
    /// It exceeds a limit.
    #[error(transparent)]
    Limit(#[from] Exceeded),
    /// Its JSON is broken.
    #[error(transparent)]
    Json(#[from] JsonError),
    /// The users of the target, where people are needed, or the reverse.
    #[error("this looks like {found}. Needed here is {needed}")]
    OtherSide {
        /// What it is.
        found: &'static str,
        /// What is needed.
        needed: &'static str,
        /// Whether it has the users of the target.
        is_of_target: bool,
    },
    /// Several columns have the same heading.
    #[error("line {line}: several columns are called {headings}. Rename or remove all but one of them")]
    DuplicateHeadings {
        /// The line of the header.
        line: usize,
        /// The headings.
        headings: String,
    },
    /// No column is understood.
    #[error(
        "line {line}: no column is a source attribute. The headings are {headings}. If the first line is not the header, remove what is above the header. Otherwise say which column is what, like {{\"Login\": \"userPrincipalName\"}}"
    )]
    NoColumn {
        /// The line of the header.
        line: usize,
        /// The headings.
        headings: String,
    },
    /// What `Format-Table | Export-Csv` leaves.
    #[error(
        "this file has the layout of a table and not its values: Format-Table was before Export-Csv. Use Select-Object instead of Format-Table, and export again"
    )]
    FormattedOutput,
    /// A header without rows, or a list without items.
    #[error("the file lists no people. Export it again, and check the filter of the list")]
    Nobody,
    /// Rows, and each is broken.
    #[error("no row of the file can be used. {first}")]
    AllBroken {
        /// The first one.
        first: String,
    },
    /// The file of columns cannot be used.
    #[error("{0}")]
    Columns(String),
    /// The watcher cancelled reading.
    #[error("reading was cancelled. Nothing was changed")]
    Cancelled,
}

/// A row that was skipped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrokenRow {
    /// The physical line where it begins.
    pub line: usize,
    /// What is wrong, and what to do.
    pub reason: Fault,
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// More or fewer cells than the header.
    #[error(
        "the row has {found} cells and the header {expected}. {}",
        if .found < .expected { "Add the missing cells" } else { "Put cells that contain the separator in quotation marks" }
    )]
    Cells {
        /// How many there are.
        found: usize,
        /// How many the header has.
        expected: usize,
    },
    /// A quotation mark without its partner.
    #[error("a quotation mark is not closed. Close it, or double it if it is part of the text")]
    OpenQuote,
    /// More text than a row can have.
    #[error("the row is longer than 256 KB. Shorten it")]
    TooLong,
    /// Bytes that are not text.
    #[error("some bytes are not text in the file's encoding. Save the file as UTF-8")]
    Bytes,
    /// An object with broken JSON.
    #[error("{0}. Correct the JSON there")]
    Json(String),
    /// The file ends within a list or an object.
    #[error("the file ends here, and its JSON does not. Download the file again")]
    CutOff,
    /// An item of a JSON list that is not a person.
    #[error("this is {0} and not a person")]
    NotAPerson(String),
}

impl std::fmt::Display for BrokenRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "line {}: {}", self.line, self.reason)
    }
}
