//! A file or a pasted text as tables: every form that Crosswalk reads.

use serde::{Deserialize, Serialize};

use super::columns::{Columns, guess};
use super::grid::{Grid, Grids};
use super::reading::Reading;
use super::role::Role;
use super::{TableError, delimited, html, json_rows, markdown, workbook};
use crate::limits::TABLE_BYTES;
use crate::recognition::{Content, Reader, Recognised, What, recognise};
use crate::text::counted;

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum TableFile {
    /// Tables, and the place of the one that looks most like mappings.
    Tables {
        /// The tables.
        grids: Vec<Grid>,
        /// The one to read.
        chosen: usize,
        /// What to know about the file.
        notes: Vec<String>,
    },
    /// JSON rows, which say themselves what they are.
    Rows(Reading),
}

/// Reads a file as tables.
pub fn open_tables(bytes: &[u8]) -> Result<TableFile, TableError> {
    open_recognised(bytes, recognise(bytes)?)
}

/// Reads a file whose kind is known as tables.
pub fn open_recognised(bytes: &[u8], recognised: Recognised) -> Result<TableFile, TableError> {
    recognised.found.for_reader(Reader::Table)?;
    let what = recognised.found.what;
    let grids = match recognised.content {
        Content::Bytes => workbook::read(bytes)?,
        Content::Json(document) => return json_rows::read(&document).map(TableFile::Rows),
        Content::Text(text) => {
            if what == What::RowsWithoutBrackets {
                return json_rows::read_without_brackets(&text).map(TableFile::Rows);
            }
            TABLE_BYTES.hold(text.len(), || "the table".to_owned())?;
            let grids = match what {
                What::Html => html::read(&text)?,
                What::Markdown => markdown::read(&text)?,
                _ => vec![delimited::read(&text)?],
            };
            Grids { grids, notes: Vec::new() }
        }
    };
    let grids = Grids { grids: grids.grids.into_iter().filter(has_columns).collect(), notes: grids.notes };
    if grids.grids.is_empty() {
        return Err(TableError::NoTable(what.words()));
    }
    Ok(choose(grids))
}

/// A table that can hold a mapping has two columns.
fn has_columns(grid: &Grid) -> bool {
    grid.width() > 1 && grid.rows.iter().filter(|row| !row.is_blank()).count() > 0
}

/// Chooses the table that looks most like mappings, and names the others.
fn choose(Grids { grids, mut notes }: Grids) -> TableFile {
    let likeness = |grid: &Grid| {
        let columns = guess(grid);
        (
            columns.is_own,
            columns.question().is_none(),
            columns.columns.iter().filter(|one| one.role != Role::Ignored).count(),
            grid.rows.len(),
        )
    };
    let likenesses: Vec<_> = grids.iter().map(likeness).collect();
    let mut chosen = 0;
    for (at, one) in likenesses.iter().enumerate() {
        if likenesses.get(chosen).is_some_and(|best| one > best) {
            chosen = at;
        }
    }
    let others = grids.iter().enumerate().filter(|(at, _)| *at != chosen);
    let names: Vec<String> = others.map(|(at, grid)| format!("“{}”", name_of(grid, at))).collect();
    if let (Some(grid), false) = (grids.get(chosen), names.is_empty()) {
        notes.push(format!(
            "the file has {}. Crosswalk reads “{}”. The others are {}",
            counted(grids.len(), "table"),
            name_of(grid, chosen),
            names.join(", ")
        ));
    }
    TableFile::Tables { grids, chosen, notes }
}

/// What a table is called: its name, or its place.
pub fn name_of(grid: &Grid, at: usize) -> String {
    if grid.name.is_empty() { format!("table {}", at + 1) } else { grid.name.clone() }
}

/// Why the columns of a table leave a question open, for a message: the table's columns are named.
pub(super) fn question(grid: &Grid, at: usize, columns: &Columns) -> Option<TableError> {
    let question = columns.question()?;
    let headings: Vec<String> = columns.columns.iter().map(|column| format!("“{}”", column.heading)).collect();
    let about = format!(
        "in {}, {question}",
        if grid.name.is_empty() { "the table".to_owned() } else { format!("“{}”", name_of(grid, at)) }
    );
    Some(TableError::Columns(about, format!("Its columns are {}", headings.join(", "))))
}
