//! The checklist as CSV.

use super::csv::{CsvMode, EXACT_NOTE, row};
use super::format::{Format, Needs, Writer, Written};
use crate::analysis::checklist::Checklist;
use crate::exchange::compare::{Line, Since};

pub(super) const FORMAT: Format = Format {
    name: "checklist-csv",
    title: "Checklist for a spreadsheet",
    about: "A CSV file. An apostrophe guards what a spreadsheet would calculate.",
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

const HEAD: [&str; 10] = ["Part", "Step", "Where", "Field", "Value", "Was", "Done", "Changed since", "Owner", "Note"];

/// A row for every field of every step; a step without fields has one. What changed since an earlier plan follows, with
/// the effect as the note.
pub fn checklist_csv(checklist: &Checklist, mode: CsvMode, since: Option<&Since>) -> String {
    let mut text = row(HEAD, mode);
    for phase in &checklist.phases {
        for step in &phase.steps {
            let yes = |is: bool| if is { "yes" } else { "no" }.to_owned();
            let line = |field: &str, value: &str, was: &str| {
                [
                    phase.title.to_owned(),
                    step.title.clone(),
                    step.location.clone(),
                    field.to_owned(),
                    value.to_owned(),
                    was.to_owned(),
                    yes(step.done),
                    yes(step.changed_since),
                    step.owner.clone(),
                    step.note.clone(),
                ]
            };
            if step.fields.is_empty() {
                text += &row(line("", "", ""), mode);
            }
            for field in &step.fields {
                let was = field.previous.as_deref().unwrap_or_default();
                text += &row(line(&field.label, &field.value, was), mode);
            }
        }
    }
    for line in since.map(|since| since.difference.lines()).unwrap_or_default() {
        let part = since.map(Since::title).unwrap_or_default();
        let field = if line.field.is_empty() { line.what.to_owned() } else { line.field };
        let none = String::new;
        let Line { object, target, before, after, effect, .. } = line;
        text += &row([part, object, target, field, after, before, none(), none(), none(), effect], mode);
    }
    text
}
