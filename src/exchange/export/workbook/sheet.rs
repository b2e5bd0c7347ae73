//! One sheet: a frozen header with filters, and wrapped cells that are always text.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Worksheet, XlsxError};

use crate::exchange::document::{Column, Table};
use crate::exchange::mapping_columns::CUT;

/// The most characters that a cell holds (Excel specifications and limits).
const MAXIMUM_CHARACTERS: usize = 32_767;

/// A sheet with a table.
pub(super) fn worksheet(name: &str, table: &Table) -> Result<Worksheet, XlsxError> {
    let head = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_background_color(Color::RGB(0x00E8_EEF7))
        .set_border_bottom(FormatBorder::Thin);
    let body = Format::new().set_text_wrap().set_align(FormatAlign::Top).set_num_format("@");
    let mut sheet = Worksheet::new();
    sheet.set_name(name)?;
    let mut last_column = 0;
    for (column, Column { heading, width, .. }) in (0_u16..).zip(&table.columns) {
        sheet.set_column_width(column, *width)?;
        sheet.write_string_with_format(0, column, *heading, &head)?;
        last_column = column;
    }
    let mut last_row = 0;
    for (row, cells) in (1_u32..).zip(&table.rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            sheet.write_string_with_format(row, column, held(&cell.plain()), &body)?;
        }
        last_row = row;
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.autofilter(0, 0, last_row, last_column)?;
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_landscape();
    sheet.set_paper_size(9);
    sheet.set_print_fit_to_pages(1, 0);
    Ok(sheet)
}

/// As much of a text as fits into a cell. The library escapes what XML cannot hold, and what looks like such an escape.
fn held(text: &str) -> String {
    let mut units = 0;
    // Where the text ends if it turns out not to fit.
    let mut end = None;
    for (at, character) in text.char_indices() {
        // Excel counts UTF-16 units.
        units += character.len_utf16();
        if units > MAXIMUM_CHARACTERS - CUT.len() {
            end.get_or_insert(at);
        }
        if units > MAXIMUM_CHARACTERS {
            return [text.get(..end.unwrap_or_default()).unwrap_or_default(), CUT].concat();
        }
    }
    text.to_owned()
}
