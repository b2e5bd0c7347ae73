//! A table as a grid of cells, before anybody knows what its columns are.

use serde::{Deserialize, Serialize};

use super::TableError;
use crate::limits::{Exceeded, TABLE_COLUMNS, TABLE_ROWS, TABLES, TEXT};

/// One table of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grid {
    /// The name of the sheet, or the words above the table; empty if it has none.
    pub name: String,
    /// The form of the file.
    pub form: GridForm,
    /// The rows, headings included.
    pub rows: Vec<GridRow>,
}

/// The forms in which people have tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum GridForm {
    /// Text with commas, semicolons or tabs.
    Delimited,
    /// A table of a web page, or what Excel puts on the clipboard.
    Html,
    /// A Markdown table.
    Markdown,
    /// A sheet of a workbook.
    Sheet,
}

/// One row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GridRow {
    /// The line of a text or the row of a sheet, from 1.
    pub number: usize,
    /// Its cells.
    pub cells: Vec<GridCell>,
    /// Why the row cannot be read; nothing in most rows.
    pub fault: Option<String>,
}

/// One cell.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GridCell {
    /// What it says.
    pub text: String,
    /// Whether all of it is marked as code. A name in code is meant letter by letter.
    pub code: bool,
    /// Whether it repeats a merged cell to its left.
    pub merged: bool,
}

/// The tables of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Grids {
    /// The tables, in the order of the file.
    pub(super) grids: Vec<Grid>,
    /// What to know about the file.
    pub(super) notes: Vec<String>,
}

impl GridForm {
    /// What the number of a row counts.
    pub const fn row_word(self) -> &'static str {
        match self {
            Self::Delimited | Self::Markdown => "line",
            Self::Html | Self::Sheet => "row",
        }
    }
}

impl GridCell {
    /// A cell of plain text.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Whether it says nothing.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

impl GridRow {
    /// The text of a cell; empty beyond the last one.
    pub fn text(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| cell.text.as_str())
    }

    /// Whether no cell says anything.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(GridCell::is_blank)
    }
}

impl Grid {
    /// The number of columns of the widest row.
    pub fn width(&self) -> usize {
        self.rows.iter().map(|row| row.cells.len()).max().unwrap_or_default()
    }

    /// The place of a row: "line 3" or "row 3".
    pub fn place(&self, row: &GridRow) -> String {
        format!("{} {}", self.form.row_word(), row.number)
    }
}

/// Refuses too many rows.
pub(super) fn hold_rows(found: usize) -> Result<(), TableError> {
    Ok(TABLE_ROWS.hold(found, || "the table".to_owned())?)
}

/// Refuses too many columns.
pub(super) fn hold_columns(found: usize) -> Result<(), TableError> {
    Ok(TABLE_COLUMNS.hold(found, || "the table".to_owned())?)
}

/// Refuses too many tables.
pub(super) fn hold_tables(found: usize) -> Result<(), TableError> {
    Ok(TABLES.hold(found, || "the file".to_owned())?)
}

/// Refuses a cell that is too long.
pub(super) fn hold_cell(text: &str, place: impl FnOnce() -> String) -> Result<(), Exceeded> {
    if text.len() <= TEXT.most { Ok(()) } else { TEXT.hold(text.chars().count(), place) }
}
