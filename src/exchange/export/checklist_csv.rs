//! The checklist as CSV, in two forms: one to open in a spreadsheet, one to read by a program.

use super::checklist::table_with_changes;
use super::format::{Format, Needs, Writer, Written};
use crate::analysis::checklist::Checklist;
use crate::exchange::compare::Since;
use crate::exchange::document::csv::{CsvMode, EXACT_NOTE, csv};

pub(super) const FORMAT: Format = Format {
    name: "checklist-csv",
    title: "Checklist for a spreadsheet",
    about: "A CSV file. An apostrophe guards everything that a spreadsheet would calculate.",
    help: "The go-live checklist, as a CSV table",
    ending: "-checklist.csv",
    media_type: "text/csv",
    pasted: false,
    tells_changes: true,
    needs: Needs::NOTHING,
    exact: Some(&EXACT),
    writer: Writer::Text(|material| {
        Ok(checklist_csv(&material.analysis.checklist, CsvMode::Spreadsheet, material.since).into())
    }),
};

pub(super) const EXACT: Format = Format {
    name: "checklist-csv-exact",
    title: "Checklist as exact data",
    about: "A CSV file for programs: every value is unchanged. Do not open it in a spreadsheet.",
    help: "The same with every value unchanged, for programs (also: checklist-csv with --csv exact)",
    ending: "-checklist-exact.csv",
    media_type: "text/csv",
    pasted: false,
    tells_changes: true,
    needs: Needs::NOTHING,
    exact: None,
    writer: Writer::Text(|material| {
        let text = checklist_csv(&material.analysis.checklist, CsvMode::Exact, material.since);
        Ok(Written { text, notes: vec![EXACT_NOTE.to_owned()] })
    }),
};

/// A row for every field of every step; a step without fields has one. What changed since an earlier plan follows, with
/// the effect as the note.
pub fn checklist_csv(checklist: &Checklist, mode: CsvMode, since: Option<&Since>) -> String {
    csv(&table_with_changes(checklist, since), mode)
}
