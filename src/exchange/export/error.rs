//! Why a document cannot be made.

use crate::exchange::graph_schema::ImportError;

/// What stops an export, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ExportError {
    /// The spreadsheet library refuses the workbook.
    #[error(
        "the workbook cannot be written: {0}. Export with fewer people, or export the handbook and the CSV checklist"
    )]
    Workbook(String),
    /// The plan does not fit into the tenant's schema.
    #[error(transparent)]
    Schema(#[from] ImportError),
}
