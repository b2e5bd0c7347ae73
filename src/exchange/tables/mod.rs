//! Plans that exist as tables: a spreadsheet, a vendor's page, a Markdown file, a list of JSON rows.
//!
//! A file becomes grids of cells ([`open_tables`]), whatever its form. [`guess`] finds out which column is what, and
//! [`read`] reads the rows: each becomes a mapping with its certainty, or the reason why it is not read. No row is left out
//! silently. [`new_plan`] and [`changes`] take the rows over.

mod cell;
mod certainty;
mod columns;
mod columns_file;
mod content;
mod delimited;
mod error;
mod field_words;
mod file;
mod grid;
mod headings;
mod html;
mod json_rows;
mod line_counter;
mod markdown;
mod names;
mod own_rows;
mod reading;
mod role;
mod row_read;
mod rows;
mod source;
mod take_over;
mod workbook;

pub use certainty::Certainty;
pub use columns::{Basis, Column, Columns, guess};
pub use columns_file::ChosenRoles;
pub use error::TableError;
pub use file::{TableFile, name_of, open_recognised, open_tables};
pub use grid::{Grid, GridCell, GridForm, GridRow};
pub(in crate::exchange) use own_rows::{source_read_back, target_read_back};
pub use reading::{MappingRow, ReadRow, Reading, RowOutcome, Says};
pub use role::Role;
pub use rows::read;
pub use take_over::{Lacking, changes, changes_in_words, lacking, new_plan};

use crate::plan::Plan;

/// Reads a file as far as it can be read without a person: its notes are in the reading. Fails where the columns leave a
/// question open.
pub fn read_file(plan: &Plan, file: TableFile, chosen: &ChosenRoles) -> Result<Reading, TableError> {
    let (grids, at, notes) = match file {
        TableFile::Rows(reading) => return Ok(reading),
        TableFile::Tables { grids, chosen, notes } => (grids, chosen, notes),
    };
    let Some(grid) = grids.get(at) else { return Err(TableError::NoTable("the file")) };
    let mut columns = guess(grid);
    chosen.apply(&mut columns)?;
    if let Some(error) = file::question(grid, at, &columns) {
        return Err(error);
    }
    let mut reading = read(plan, grid, &columns);
    reading.notes.splice(0..0, notes);
    Ok(reading)
}
