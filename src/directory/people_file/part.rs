//! A part of a table that another reader has read, as the bytes that cross from one worker to another.
//!
//! Such a part begins after a line break of the file, and it ends with one or with the file. If it begins or ends within a cell,
//! nobody takes it: see [`super::PeopleReader::take`].

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::room::push_with_room;
use super::table::{Column, Kind, PeopleTable, State};

/// How the rows of a file are written: what somebody has to know who reads a part of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowForm {
    pub(super) separator: char,
    pub(super) columns: usize,
    pub(super) line_break: u8,
}

impl RowForm {
    /// Where the first line after a place begins; nothing if these bytes do not have a line break from there on.
    pub fn next_line(&self, bytes: &[u8], from: usize) -> Option<usize> {
        let rest = bytes.get(from..)?;
        rest.iter().position(|byte| *byte == self.line_break).map(|at| from + at + 1)
    }
}

/// What is known of a part besides its rows.
pub(super) struct About {
    /// The rows.
    pub(super) rows: usize,
    /// The line breaks.
    pub(super) breaks: usize,
    /// Whether a letter is not ASCII.
    pub(super) has_wide: bool,
}

/// Writes a table whose lines are counted from 0.
pub(super) fn write(table: &PeopleTable, about: &About) -> Vec<u8> {
    let mut bytes = Vec::new();
    let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    for one in [about.rows, about.breaks, usize::from(about.has_wide), table.columns.len()] {
        bytes.extend(number(one).to_le_bytes());
    }
    bytes.extend(table.lines.iter().flat_map(|line| line.to_le_bytes()));
    for cells in table.columns.iter().map(|column| &column.cells) {
        bytes.extend(number(cells.arena.len()).to_le_bytes());
        bytes.extend(cells.kinds.iter().map(|kind| *kind as u8));
        bytes.extend(cells.ends.iter().flat_map(|end| end.to_le_bytes()));
        bytes.extend(cells.arena.as_bytes());
    }
    bytes
}

/// A part that has come.
pub(super) struct Part<'b> {
    pub(super) about: About,
    lines: &'b [[u8; 4]],
    columns: Vec<Cells<'b>>,
}

struct Cells<'b> {
    kinds: &'b [u8],
    ends: &'b [[u8; 4]],
    arena: &'b str,
}

/// Reads what [`write()`] wrote; nothing for other bytes.
pub(super) fn read(bytes: &[u8]) -> Option<Part<'_>> {
    let mut rest = bytes;
    let rows = number(&mut rest)?;
    let about = About { rows, breaks: number(&mut rest)?, has_wide: number(&mut rest)? != 0 };
    let columns = number(&mut rest)?;
    let lines = numbers(&mut rest, rows)?;
    let mut column = |_| {
        let length = number(&mut rest)?;
        let kinds = take(&mut rest, rows)?;
        let ends = numbers(&mut rest, rows)?;
        Some(Cells { kinds, ends, arena: std::str::from_utf8(take(&mut rest, length)?).ok()? })
    };
    let columns = (0..columns).map(&mut column).collect::<Option<Vec<Cells<'_>>>>()?;
    Some(Part { about, lines, columns })
}

impl Part<'_> {
    /// Appends the rows to a table, whose next line has this number. False if the table has other columns.
    pub(super) fn append(&self, table: &mut PeopleTable, line: usize) -> bool {
        if self.columns.len() != table.columns.len() {
            return false;
        }
        let line = u32::try_from(line).unwrap_or(u32::MAX);
        table.lines.extend(self.lines.iter().map(|one| line.saturating_add(u32::from_le_bytes(*one))));
        table.columns.iter_mut().zip(&self.columns).for_each(|(column, cells)| cells.append(column));
        true
    }
}

impl Cells<'_> {
    fn append(&self, column: &mut Column) {
        let kind =
            |kind: &u8| [Kind::Empty, Kind::Text, Kind::Json, Kind::Lost].into_iter().find(|one| *one as u8 == *kind);
        let cells = Arc::make_mut(&mut column.cells);
        let start = u32::try_from(cells.arena.len()).unwrap_or(u32::MAX);
        push_with_room(&mut cells.arena, self.arena);
        cells.ends.extend(self.ends.iter().map(|end| start.saturating_add(u32::from_le_bytes(*end))));
        cells.kinds.extend(self.kinds.iter().map(|one| kind(one).unwrap_or(Kind::Empty)));
        let is_given = |kind: &u8| [Kind::Text as u8, Kind::Json as u8].contains(kind);
        if self.kinds.iter().any(is_given) {
            column.state = State::Given;
        }
    }
}

fn take<'b>(rest: &mut &'b [u8], length: usize) -> Option<&'b [u8]> {
    let (taken, after) = rest.split_at_checked(length)?;
    *rest = after;
    Some(taken)
}

fn numbers<'b>(rest: &mut &'b [u8], count: usize) -> Option<&'b [[u8; 4]]> {
    Some(take(rest, count.checked_mul(4)?)?.as_chunks().0)
}

fn number(rest: &mut &[u8]) -> Option<usize> {
    usize::try_from(u32::from_le_bytes(*numbers(rest, 1)?.first()?)).ok()
}
