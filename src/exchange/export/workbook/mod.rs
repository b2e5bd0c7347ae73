//! The plan as a workbook: checklist, mappings, people with their results, problems. Every cell is text, so a spreadsheet
//! calculates nothing.

mod sheet;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::error::ExportError;
use super::format::{BytesWriter, Format, Material, Needs, Writer};
use super::{changes, checklist, mappings, problems, rehearsal};
use crate::directory::Person;
use crate::exchange::document::{Cell, Column, Table};
use crate::plan::Plan;
use crate::simulate::{Flow, Simulation, Situation, simulate};

pub(super) const FORMAT: Format = Format {
    name: "workbook",
    title: "Workbook",
    about: "A file for Excel and other spreadsheets, with a sheet each for the checklist, the mappings, the people \
            with their results, the problems, and the rehearsal.",
    help: "Checklist, mappings, people and problems, as a workbook for a spreadsheet",
    ending: ".xlsx",
    media_type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    pasted: false,
    tells_changes: true,
    needs: Needs { people: true, clock: true, rehearsal: true, ..Needs::NOTHING },
    exact: None,
    writer: Writer::Bytes(BytesWriter::Workbook),
};

impl From<XlsxError> for ExportError {
    fn from(error: XlsxError) -> Self {
        Self::Workbook(error.to_string())
    }
}

/// The file's bytes. Equal material gives equal bytes.
pub fn workbook(material: &Material<'_>) -> Result<Vec<u8>, ExportError> {
    let Material { plan, analysis, people, since, now, rehearsal, .. } = *material;
    let mut workbook = Workbook::new();
    let mut properties = DocProperties::new().set_title("Provisioning plan").set_author("Crosswalk");
    if let Ok(created) = ExcelDateTime::from_timestamp(now) {
        properties = properties.set_creation_datetime(&created);
    }
    workbook.set_properties(&properties);
    let sheets = [
        ("Checklist", checklist::table_with_reasons(&analysis.checklist)),
        ("Mappings", mappings::table(plan)),
        ("People and results", results(plan, people)),
        ("Problems", problems::table(plan, analysis)),
    ];
    let changes = since.map(|since| ("Changes", changes::table(since)));
    let rehearsed = rehearsal.map(|report| ("Rehearsal", rehearsal::table(report)));
    for (name, table) in sheets.into_iter().chain(changes).chain(rehearsed) {
        workbook.push_worksheet(sheet::worksheet(name, &table)?);
    }
    Ok(workbook.save_to_buffer()?)
}

/// For every person what is sent, then a row for every mapping.
fn results(plan: &Plan, people: &[Person]) -> Table {
    let mut table = Table::new([
        Column::new("Person", 24.0),
        Column::new("Target attribute", 38.0),
        Column::new("Value sent", 46.0),
        Column::new("Why, or why not", 54.0),
    ]);
    for person in people {
        let label = || Cell::from(person.label.as_str());
        let simulation = simulate(&Situation::in_cycle(plan, person));
        table.row([label(), Cell::default(), requests(&simulation).into(), simulation.skip.unwrap_or_default().into()]);
        for one in simulation.resolved {
            let (value, remark) = match one.flow {
                Flow::Value { value: serde_json::Value::String(text), note } => (text, note.unwrap_or_default()),
                Flow::Value { value, note } => (value.to_string(), note.unwrap_or_default()),
                Flow::DidNotFlow(reason) => (String::new(), reason.to_string()),
            };
            table.row([label(), one.target.into(), value.into(), remark.into()]);
        }
    }
    table
}

fn requests(simulation: &Simulation) -> String {
    let lines = simulation.requests.iter().map(|one| format!("{} {}", one.method.name(), one.readable_path));
    lines.collect::<Vec<_>>().join("\n")
}
