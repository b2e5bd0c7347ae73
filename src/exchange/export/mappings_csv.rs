//! The attribute mappings as CSV, in two forms: one to open in a spreadsheet, one to read by a program.

use super::format::{Format, Needs, Writer, Written};
use super::mappings::table;
use super::mappings_left_out::{TableForm, notes};
use crate::exchange::document::csv::{CsvMode, EXACT_NOTE, csv};
use crate::plan::Plan;

pub(super) const FORMAT: Format = Format {
    name: "mappings-csv",
    title: "Mappings for a spreadsheet",
    about: "A CSV file with the columns of the workbook's sheet Mappings. Edit it and open it again. An apostrophe guards \
            everything that a spreadsheet would calculate.",
    help: "The attribute mappings, as a CSV table that can be opened again",
    ending: "-mappings.csv",
    media_type: "text/csv",
    pasted: false,
    tells_changes: false,
    needs: Needs::NOTHING,
    exact: Some(&EXACT),
    writer: Writer::Text(|material| Ok(written(material.plan, CsvMode::Spreadsheet))),
};

pub(super) const EXACT: Format = Format {
    name: "mappings-csv-exact",
    title: "Mappings as exact data",
    about: "A CSV file for programs: every value is unchanged. Do not open it in a spreadsheet.",
    help: "The same with every value unchanged, for programs (also: mappings-csv with --csv exact)",
    ending: "-mappings-exact.csv",
    media_type: "text/csv",
    pasted: false,
    tells_changes: false,
    needs: Needs::NOTHING,
    exact: None,
    writer: Writer::Text(|material| {
        let mut written = written(material.plan, CsvMode::Exact);
        written.notes.insert(0, EXACT_NOTE.to_owned());
        Ok(written)
    }),
};

fn written(plan: &Plan, mode: CsvMode) -> Written {
    Written { text: csv(&table(plan), mode), notes: notes(plan, TableForm::Csv(mode)) }
}
