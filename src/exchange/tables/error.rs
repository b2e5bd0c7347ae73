//! Why a table cannot be read.

use crate::exchange::graph_schema::ImportError;
use crate::json::JsonError;
use crate::limits::Exceeded;
use crate::plan::{EditError, SecretFound};
use crate::recognition::Misplaced;
use crate::text::counted;

/// What stops the reading of a table, with a remedy.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TableError {
    /// The bytes are not text, or JSON rows are broken.
    #[error(transparent)]
    Json(#[from] JsonError),
    /// A document of another kind.
    #[error(transparent)]
    Misplaced(#[from] Misplaced),
    /// More than Crosswalk takes.
    #[error(transparent)]
    Limit(#[from] Exceeded),
    /// It has a secret.
    #[error(transparent)]
    Secret(#[from] SecretFound),
    /// JSON rows that are no rows.
    #[error(transparent)]
    Rows(#[from] ImportError),
    /// The text is not a table after all.
    #[error("the table cannot be read: {0}. Save it again as CSV (UTF-8)")]
    Delimited(String),
    /// The file is a zip file or an old workbook.
    #[error("this is {0}, not an Excel workbook (.xlsx). Open it in a spreadsheet and save it as .xlsx")]
    NotAWorkbook(&'static str),
    /// A workbook that is damaged.
    #[error("the workbook cannot be read: {0}. Open it in a spreadsheet and save it again as .xlsx")]
    Workbook(String),
    /// The file has no table.
    #[error("there is no table in {0}. Copy the table with its headings")]
    NoTable(&'static str),
    /// No table has the columns that a mapping needs.
    #[error("{0}. {1}")]
    Columns(String, String),
    /// A text of `--columns` that does not fit the table.
    #[error("{0}")]
    Chosen(String),
    /// Rows that cannot be read.
    #[error("{} of the table cannot be read: {first}. Correct the table, or import it with the rows that can be read", counted(*.count, "row"))]
    Unread {
        /// How many.
        count: usize,
        /// The first, with its place and reason.
        first: String,
    },
    /// The plan does not take the rows.
    #[error(transparent)]
    Edit(#[from] EditError),
}
