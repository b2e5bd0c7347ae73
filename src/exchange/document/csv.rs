//! A table as CSV (RFC 4180), in two forms: one to open in a spreadsheet, one to read by a program.
//!
//! A spreadsheet calculates a cell that begins with a formula sign. The separator that it expects decides where a cell
//! begins: German Excel splits this file at `;`, even inside quotation marks. So the form for spreadsheets guards every
//! place where a cell can begin for any separator. A comma never starts a cell, because every cell is in quotation marks.
//! So `"@contoso.com"` in an expression stays as Entra needs it.

use std::borrow::Cow;

use super::{Cell, Table};

/// Who reads the file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CsvMode {
    /// A spreadsheet: an apostrophe guards every formula sign that a cell can begin with.
    #[default]
    Spreadsheet,
    /// A program: every value is unchanged, so a spreadsheet can calculate it.
    Exact,
}

/// The warning about the exact form.
pub(in crate::exchange) const EXACT_NOTE: &str = "Every value is unchanged. Do not open this file in a spreadsheet, because \
                                                  a spreadsheet calculates cells that begin with =, +, - or @.";

/// The signs that make a spreadsheet calculate, with their full-width and small forms (OWASP, CSV injection).
const FORMULA_SIGNS: [char; 12] = [
    '=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}', '\u{fe66}', '\u{fe62}', '\u{fe63}', '\u{fe6b}',
];

/// The whole table, with its headings first.
pub(in crate::exchange) fn csv(table: &Table, mode: CsvMode) -> String {
    let mut text = row(table.columns.iter().map(|column| column.heading), mode);
    for cells in &table.rows {
        text += &row(cells.iter().map(Cell::plain), mode);
    }
    text
}

/// One row. Every cell is in quotation marks.
fn row<S: AsRef<str>>(cells: impl IntoIterator<Item = S>, mode: CsvMode) -> String {
    let mut text = String::new();
    for (at, cell) in cells.into_iter().enumerate() {
        if at > 0 {
            text.push(',');
        }
        push_cell(&mut text, cell.as_ref(), mode);
    }
    text.push_str("\r\n");
    text
}

/// Appends one cell in quotation marks.
pub(in crate::exchange) fn push_cell(text: &mut String, cell: &str, mode: CsvMode) {
    let cell = match mode {
        CsvMode::Spreadsheet => Cow::Owned(guarded(cell)),
        CsvMode::Exact => Cow::Borrowed(cell),
    };
    text.push('"');
    for (at, part) in cell.split('"').enumerate() {
        if at > 0 {
            text.push_str("\"\"");
        }
        text.push_str(part);
    }
    text.push('"');
}

/// A text with an apostrophe at each place where a cell with a formula sign could begin.
fn guarded(text: &str) -> String {
    let mut guarded = String::with_capacity(text.len() + 1);
    // Old spreadsheets also calculate a cell that begins with a tab or a line break.
    if text.starts_with(['\t', '\r', '\n', '\0']) || begins_a_formula(text) {
        guarded.push('\'');
    }
    let mut rest = text;
    while let Some(at) = rest.find(ends_a_cell) {
        let next = at + rest[at..].chars().next().map_or(1, char::len_utf8);
        guarded.push_str(&rest[..next]);
        rest = &rest[next..];
        if begins_a_formula(rest) {
            guarded.push('\'');
        }
    }
    guarded.push_str(rest);
    guarded
}

/// The text without the apostrophes of [`guarded`]. A text that has such an apostrophe itself loses it: nothing tells the two
/// apart.
pub(in crate::exchange) fn unguarded(text: &str) -> String {
    let mut reversed: Vec<char> = Vec::with_capacity(text.len());
    // Whether what is kept so far begins a formula. One guard may be before another, so this goes from the end.
    let mut begins = false;
    let mut characters = text.chars().rev().peekable();
    while let Some(character) = characters.next() {
        let before = characters.peek();
        let can_begin = before.is_none_or(|before| ends_a_cell(*before));
        let is_break = || before.is_none() && matches!(reversed.last(), Some('\t' | '\r' | '\n' | '\0'));
        if character == '\'' && can_begin && (begins || is_break()) {
            continue;
        }
        if !cannot_be_seen(character) && character != '"' {
            begins = FORMULA_SIGNS.contains(&character);
        }
        reversed.push(character);
    }
    reversed.into_iter().rev().collect()
}

/// What [`csv`] writes for a text in one form, as [`unguarded`] reads it.
pub(in crate::exchange) fn read_back(text: &str, mode: CsvMode) -> String {
    match mode {
        CsvMode::Spreadsheet => unguarded(&guarded(text)),
        CsvMode::Exact => unguarded(text),
    }
}

/// Whether a program may see the end of a cell here, even inside quotation marks.
fn ends_a_cell(character: char) -> bool {
    matches!(character, ';' | '|' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether a formula sign comes first, after invisible characters and quotation marks.
fn begins_a_formula(text: &str) -> bool {
    text.trim_start_matches(|character| cannot_be_seen(character) || character == '"').starts_with(FORMULA_SIGNS)
}

fn cannot_be_seen(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(character, '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(character, '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The cells that a program sees if it expects another separator, or ignores quotation marks.
    fn cells(text: &str, separator: u8, quoting: bool) -> Vec<String> {
        let mut reader = csv::ReaderBuilder::new();
        reader.has_headers(false).flexible(true).delimiter(separator).quoting(quoting);
        let mut reader = reader.from_reader(text.as_bytes());
        reader.records().flat_map(|record| record.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()).collect()
    }

    fn calculates(cell: &str) -> bool {
        begins_a_formula(cell)
    }

    #[test]
    fn every_place_where_a_cell_can_begin_is_guarded() {
        for sign in FORMULA_SIGNS {
            for before in [
                "",
                " ",
                "\u{a0}",
                "\u{200b}",
                "\u{feff}",
                "\t",
                "\u{b}",
                "\u{c}",
                "\0",
                "\r\n",
                "\"",
                " \"\u{2009}",
                "\u{2028}",
            ] {
                for separator in ["", "x;", "x\t", "x|", "x\n", "x\r", "a;b;", "x\";\""] {
                    let value = format!("{separator}{before}{sign}cmd|' /C calc'!A0;y");
                    let line = row([value.as_str(), "z"], CsvMode::Spreadsheet);
                    for (delimiter, quoting) in [(b',', true), (b';', true), (b';', false), (b'\t', true), (b'|', true)]
                    {
                        let bad = cells(&line, delimiter, quoting).into_iter().find(|cell| calculates(cell));
                        assert_eq!(bad, None, "{value:?} as {}", char::from(delimiter));
                    }
                }
            }
        }
    }

    #[test]
    fn an_expression_stays_as_entra_needs_it() {
        for text in [
            r#"Replace([preferredLanguage], "-", , , "_", , )"#,
            r#"Append([mailNickname], "@contoso.com")"#,
            r#"Join(" - ", [givenName], [surname])"#,
            "a = b; c, -d",
        ] {
            let line = row([text], CsvMode::Spreadsheet);
            assert_eq!(cells(&line, b',', true), [text]);
        }
    }

    proptest! {
        #[test]
        fn no_separator_makes_a_formula(values in proptest::collection::vec("[a=+@;,|\"' \\t\\n\\r\u{a0}\u{200b}\u{feff}\u{b}\u{c}\u{ff1d}-]{0,12}", 1..4)) {
            let line = row(&values, CsvMode::Spreadsheet);
            for (delimiter, quoting) in [(b',', true), (b';', true), (b';', false), (b'\t', true), (b'\t', false), (b'|', true), (b'|', false)] {
                for cell in cells(&line, delimiter, quoting) {
                    prop_assert!(!calculates(&cell), "{cell:?} of {line:?} as {}", char::from(delimiter));
                }
            }
        }

        #[test]
        fn a_guard_is_taken_off_again(value in "[a=+@;|\" \\t\\n\\r\u{a0}-]{0,12}") {
            prop_assert_eq!(unguarded(&guarded(&value)), value);
        }

        #[test]
        fn the_exact_form_is_true_to_the_byte(values in proptest::collection::vec("\\PC{0,12}|[=+;,\"\\n\\r\\t -]{0,8}", 1..4)) {
            let line = row(&values, CsvMode::Exact);
            prop_assert_eq!(cells(&line, b',', true), values);
        }
    }
}
