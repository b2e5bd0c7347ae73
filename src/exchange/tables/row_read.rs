//! One row, read, before the table as a whole is known.

use super::reading::MappingRow;
use crate::plan::ObjectKind;

/// A mapping, and whether its precedence is still open.
pub(super) struct RowRead {
    pub(super) kind: ObjectKind,
    pub(super) row: MappingRow,
    /// It matches, and the row does not say in which order.
    pub(super) matches_somewhere: bool,
}
