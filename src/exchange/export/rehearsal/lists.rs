//! The lists at the end of a report: existing users nobody matches, and the rows that were skipped.

use super::figures::heading;
use crate::analysis::rehearsal::Report;
use crate::exchange::document::{Block, Cell, Column, Run, Table};
use crate::text::grouped;

/// Both lists. One without entries is left out.
pub(super) fn blocks(report: &Report) -> Vec<Block> {
    let mut blocks = Vec::new();
    let line = || Column::new("Line", 8.0).numbers();
    let mut users = Table::new([line(), Column::new("Existing user", 40.0)]);
    for user in &report.unmatched {
        users.row([user.line.to_string().into(), Cell(vec![Run::text(&user.name)])]);
    }
    if !users.rows.is_empty() {
        blocks.push(heading("Existing users nobody matches", 2));
        blocks.push(Block::text("The first cycle does not change these users. Entra does not manage them."));
        blocks.push(Block::Table(users));
        blocks.extend(more(report.summary.unmatched_existing, report.unmatched.len()));
    }
    for file in std::iter::once(&report.people).chain(&report.existing) {
        let mut rows = Table::new([line(), Column::new("Reason", 60.0)]);
        for (line, reason) in &file.broken {
            rows.row([line.to_string().into(), reason.as_str().into()]);
        }
        if !rows.rows.is_empty() {
            blocks.push(heading(&format!("Skipped rows of {}", file.name), 2));
            blocks.push(Block::Table(rows));
            blocks.extend(more(file.skipped, file.broken.len()));
        }
    }
    blocks
}

fn more(all: usize, listed: usize) -> Option<Block> {
    let rest = all.saturating_sub(listed);
    (rest > 0).then(|| Block::text(format!("And {} more.", grouped(rest))))
}
