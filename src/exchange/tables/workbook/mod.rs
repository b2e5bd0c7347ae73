//! The sheets of an Excel workbook. Formulas are not calculated: the text that Excel saved with a formula is read, and a
//! note says so. Links to other workbooks are not followed.

mod package;

use std::io::Cursor;

use calamine::{Data, DataRef, Reader, Xlsx, XlsxError};

use super::TableError;
use super::grid::{Grid, GridCell, GridForm, GridRow, Grids, hold_cell, hold_columns, hold_rows, hold_tables};
use crate::exchange::mapping_columns::CUT;
use crate::limits::TABLE_COLUMNS;
use crate::text::counted;

/// Reads every sheet that has cells.
pub(super) fn read(bytes: &[u8]) -> Result<Grids, TableError> {
    let package = package::open(bytes)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(package.bytes.as_slice())).map_err(|error| damaged(&error))?;
    let names = book.sheet_names();
    hold_tables(names.len())?;
    let mut grids = Grids::default();
    if package.has_external_links {
        grids.notes.push("the workbook has links to other workbooks. Crosswalk does not follow them".to_owned());
    }
    if package.has_macros {
        grids.notes.push("the workbook has macros. Crosswalk does not read them".to_owned());
    }
    for name in names {
        let mut sheet = match book.worksheet_cells_reader(&name) {
            Ok(cells) => Sheet::read(cells)?,
            // A chart sheet has no cells.
            Err(XlsxError::NotAWorksheet(_) | XlsxError::WorksheetNotFound(_)) => continue,
            Err(error) => return Err(damaged(&error)),
        };
        let merged = book.merge_cells_by_sheet_name(&name).map_err(|error| damaged(&error))?;
        sheet.merge(&merged);
        if sheet.formulas > 0 {
            grids.notes.push(format!(
                "the sheet “{name}” has {}. Crosswalk does not calculate them. It reads the values that were saved with them",
                counted(sheet.formulas, "formula")
            ));
        }
        let rows: Vec<GridRow> = sheet.rows.into_iter().filter(|row| !row.is_blank() || row.fault.is_some()).collect();
        if !rows.is_empty() {
            grids.grids.push(Grid { name, form: GridForm::Sheet, rows });
        }
    }
    Ok(grids)
}

#[derive(Default)]
struct Sheet {
    rows: Vec<GridRow>,
    formulas: usize,
}

impl Sheet {
    fn read<R: std::io::Read + std::io::Seek>(mut cells: calamine::XlsxCellReader<'_, R>) -> Result<Self, TableError> {
        let size = |last: u32| usize::try_from(last).unwrap_or(usize::MAX).saturating_add(1);
        let mut sheet = Self::default();
        while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(|error| damaged(&error))? {
            let (row, column) = cell.pos;
            let text = shown(&cell.value);
            let has_formula = cell.formula.is_some();
            if text.is_empty() && !has_formula {
                continue;
            }
            // The size of the sheet as it says itself, once a cell is beyond a limit: the message has the number.
            let end = cells.dimensions().end;
            if hold_rows(size(row)).is_err() {
                hold_rows(size(row.max(end.0)))?;
            }
            if hold_columns(size(column)).is_err() {
                hold_columns(size(column.max(end.1)))?;
            }
            hold_cell(&text, || format!("row {}", row + 1))?;
            sheet.put(size(row), size(column), text, has_formula);
        }
        Ok(sheet)
    }

    /// Puts a text at a row and a column, both from 1.
    fn put(&mut self, row: usize, column: usize, text: String, has_formula: bool) {
        while self.rows.len() < row {
            let number = self.rows.len() + 1;
            self.rows.push(GridRow { number, ..GridRow::default() });
        }
        let Some(line) = row.checked_sub(1).and_then(|at| self.rows.get_mut(at)) else { return };
        if has_formula {
            self.formulas += 1;
            if text.is_empty() {
                let place = place(column);
                line.fault = Some(format!("column {place} has a formula without a saved value"));
            }
        }
        if text.ends_with(CUT) {
            line.fault = Some(format!("column {} was cut, because an Excel cell cannot hold more text", place(column)));
        }
        if line.cells.len() < column {
            line.cells.resize(column, GridCell::default());
        }
        if let Some(cell) = column.checked_sub(1).and_then(|at| line.cells.get_mut(at)) {
            cell.text = text;
        }
    }

    /// Repeats what merged cells say in each of their places.
    fn merge(&mut self, merged: &[calamine::Dimensions]) {
        let at = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
        for region in merged {
            let (top, left) = (at(region.start.0), at(region.start.1));
            let Some(cell) = self.rows.get(top).and_then(|row| row.cells.get(left)).cloned() else { continue };
            let right = at(region.end.1).min(TABLE_COLUMNS.most - 1);
            for row in self.rows.iter_mut().take(at(region.end.0).saturating_add(1)).skip(top) {
                if row.cells.len() <= right {
                    row.cells.resize(right + 1, GridCell::default());
                }
                for (column, place) in row.cells.iter_mut().enumerate().take(right + 1).skip(left) {
                    *place = GridCell { merged: column > left, ..cell.clone() };
                }
            }
        }
    }
}

/// A value as the sheet shows it. Dates are left in ISO 8601.
fn shown(value: &DataRef<'_>) -> String {
    match Data::from(value.clone()) {
        Data::Bool(true) => "True".to_owned(),
        Data::Bool(false) => "False".to_owned(),
        Data::Error(_) | Data::Empty => String::new(),
        other => other.to_string(),
    }
}

/// The name of a column from 1: A, B … Z, AA.
pub(super) fn place(column: usize) -> String {
    let (mut rest, mut name) = (column, String::new());
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or_default();
        name.insert(0, char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    name
}

fn damaged(error: &XlsxError) -> TableError {
    TableError::Workbook(error.to_string())
}

#[cfg(test)]
mod tests {
    use rust_xlsxwriter::{Format, Formula, Workbook};

    use super::*;

    /// The same workbook with a piece of its sheets left out.
    fn without(bytes: &[u8], piece: &str) -> Vec<u8> {
        use std::io::{Read as _, Write as _};
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for at in 0..archive.len() {
            let mut part = archive.by_index(at).unwrap();
            let (name, mut content) = (part.name().unwrap().to_string(), String::new());
            part.read_to_string(&mut content).unwrap();
            writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            writer.write_all(content.replace(piece, "").as_bytes()).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn merged_cells_formulas_and_row_numbers_are_read() {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        sheet.merge_range(1, 1, 1, 2, "Target", &Format::new()).unwrap();
        sheet.write_string(1, 0, "Source").unwrap();
        sheet.write_formula(3, 0, Formula::new("A1&\"x\"").set_result("mail")).unwrap();
        sheet.write_formula(4, 0, Formula::new("[1]Other!A1").set_result("nothing")).unwrap();
        sheet.write_number(3, 1, 12.0).unwrap();
        let bytes = without(&book.save_to_buffer().unwrap(), "<v>nothing</v>");
        let grids = read(&bytes).unwrap();
        let rows = &grids.grids[0].rows;
        assert_eq!(rows.iter().map(|row| row.number).collect::<Vec<_>>(), [2, 4, 5]);
        assert_eq!((rows[0].text(1), rows[0].text(2), rows[0].cells[2].merged), ("Target", "Target", true));
        assert_eq!((rows[1].text(0), rows[1].text(1)), ("mail", "12"));
        assert_eq!(rows[2].fault.as_deref(), Some("column A has a formula without a saved value"));
        assert_eq!(grids.notes.len(), 1);
    }

    #[test]
    fn columns_have_the_names_of_a_spreadsheet() {
        assert_eq!([1, 26, 27, 702, 703].map(place), ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}
