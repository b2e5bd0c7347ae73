//! The people as CSV, in two forms: one to open in a spreadsheet, one to read by a program.
//!
//! The line, the action and the codes of the problems are words of this program. They need no quotation marks.

use std::fmt::Write as _;

use super::format::{AppendPerson, RehearsalFormat, RehearsalWriter};
use crate::analysis::rehearsal::{Action, NOT_KNOWN, Rehearsal, State};
use crate::directory::people_file::Cell;
use crate::exchange::document::csv::{CsvMode, push_cell};

pub(super) const FORMAT: RehearsalFormat = RehearsalFormat {
    name: "csv",
    title: "People for a spreadsheet",
    about: "A CSV file with a row for each person: action, matching, problems, and every target value. An apostrophe \
            guards everything that a spreadsheet would calculate.",
    help: "Everybody with the action, the problems and the target values, as a CSV table",
    ending: "-people.csv",
    media_type: "text/csv",
    needs_requests: false,
    exact: Some(&EXACT),
    writer: RehearsalWriter::People(|rehearsal, text| table(rehearsal, CsvMode::Spreadsheet, text)),
};

pub(super) const EXACT: RehearsalFormat = RehearsalFormat {
    name: "csv-exact",
    title: "People as exact data",
    about: "A CSV file for programs: every value is unchanged. Do not open it in a spreadsheet.",
    help: "The same with every value unchanged, for programs (also: csv with --csv exact)",
    ending: "-people-exact.csv",
    media_type: "text/csv",
    needs_requests: false,
    exact: None,
    writer: RehearsalWriter::People(|rehearsal, text| table(rehearsal, CsvMode::Exact, text)),
};

/// The headings: fixed ones, then the target attributes, then what is not known. The rows follow.
fn table<'r>(rehearsal: &'r Rehearsal, mode: CsvMode, text: &mut String) -> AppendPerson<'r> {
    text.push_str("line,objectId,userPrincipalName,action,matched_by,problems");
    for target in rehearsal.targets() {
        text.push(',');
        push_cell(text, target, mode);
    }
    text.push_str(",not_known\r\n");
    Box::new(move |row, text| person(rehearsal, row, mode, text))
}

fn person(rehearsal: &Rehearsal, row: usize, mode: CsvMode, text: &mut String) {
    let Some(person) = rehearsal.row(row) else { return };
    let _ = write!(text, "{}", person.line);
    for name in ["objectId", "userPrincipalName"] {
        text.push(',');
        push_cell(text, source(rehearsal, row, name), mode);
    }
    let _ = write!(text, ",{},", person.action.map_or(NOT_KNOWN, Action::name));
    push_cell(text, rehearsal.matched_by(row).unwrap_or_default(), mode);
    let _ = write!(text, ",{}", rehearsal.codes(row).join(" "));
    for mapping in 0..rehearsal.targets().len() {
        text.push(',');
        push_cell(text, rehearsal.value(row, mapping).text, mode);
    }
    text.push(',');
    push_cell(text, &not_known(rehearsal, row), mode);
    text.push_str("\r\n");
}

/// The target attributes whose values the file does not decide. Their cells are empty, but the values may not be.
fn not_known(rehearsal: &Rehearsal, row: usize) -> String {
    let is_unknown = |mapping: usize| rehearsal.value(row, mapping).state == State::Unknown;
    let unknown = rehearsal.targets().enumerate().filter(|(mapping, _)| is_unknown(*mapping));
    unknown.map(|(_, target)| target).collect::<Vec<_>>().join("; ")
}

/// The text of a source attribute; empty if the file does not say it.
pub(super) fn source<'a>(rehearsal: &'a Rehearsal, row: usize, name: &str) -> &'a str {
    match rehearsal.people().column(name).map(|column| column.cell(row)) {
        Some(Cell::Text(text)) => text,
        _ => "",
    }
}
