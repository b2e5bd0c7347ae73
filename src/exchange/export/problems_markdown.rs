//! Problems as a Markdown table, for the output of a check.

use super::problems::short_table;
use crate::exchange::document::{Block, markdown};
use crate::lint::Diagnostic;

/// A row for each problem.
pub fn problems_markdown<'a>(problems: impl IntoIterator<Item = &'a Diagnostic>) -> String {
    markdown::blocks(&[Block::Table(short_table(problems))])
}
