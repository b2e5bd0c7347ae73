//! The plan as a workbook: checklist, mappings, people with their results, problems. Every cell is a text, so that
//! nothing is ever calculated.

mod sheet;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use sheet::Sheet;

use super::error::ExportError;
use super::format::{BytesWriter, Format, Material, Needs, Writer};
use crate::analysis::Analysis;
use crate::directory::Person;
use crate::exchange::compare::{Line, Since};
use crate::expression::{read, reading};
use crate::plan::{AttributeMapping, MappingSource, Plan};
use crate::simulate::{Flow, Simulation, Situation, simulate};

pub(super) const FORMAT: Format = Format {
    name: "workbook",
    title: "Workbook",
    about: "A file for Excel and other spreadsheets, with a sheet each for the checklist, the mappings, the people with their results, and the problems.",
    help: "Checklist, mappings, people and problems, as a workbook for a spreadsheet",
    ending: ".xlsx",
    media_type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    pasted: false,
    tells_changes: true,
    needs: Needs { people: true, clock: true, ..Needs::NOTHING },
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
    let Material { plan, analysis, people, since, now, .. } = *material;
    let mut workbook = Workbook::new();
    let mut properties = DocProperties::new().set_title("Provisioning plan").set_author("Crosswalk");
    if let Ok(created) = ExcelDateTime::from_timestamp(now) {
        properties = properties.set_creation_datetime(&created);
    }
    workbook.set_properties(&properties);
    let sheets = [checklist(analysis), mappings(plan), results(plan, people), problems(plan, analysis)];
    for sheet in sheets.into_iter().chain(since.map(changes)) {
        workbook.push_worksheet(sheet.into_worksheet()?);
    }
    Ok(workbook.save_to_buffer()?)
}

fn yes(is: bool) -> String {
    if is { "yes" } else { "no" }.to_owned()
}

/// A row for every field of every step; a step without fields has one.
fn checklist(analysis: &Analysis) -> Sheet {
    let mut sheet = Sheet::new(
        "Checklist",
        &[
            ("Part", 18.0),
            ("Step", 34.0),
            ("Where", 34.0),
            ("Field", 20.0),
            ("Value", 42.0),
            ("Was", 24.0),
            ("Done", 8.0),
            ("Changed since", 10.0),
            ("Owner", 18.0),
            ("Note", 34.0),
            ("Why", 42.0),
        ],
    );
    for phase in &analysis.checklist.phases {
        for step in &phase.steps {
            let mut line = |field: &str, value: &str, was: &str| {
                sheet.row([
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
                    step.why.clone(),
                ]);
            };
            if step.fields.is_empty() {
                line("", "", "");
            }
            for field in &step.fields {
                line(&field.label, &field.value, field.previous.as_deref().unwrap_or_default());
            }
        }
    }
    sheet
}

fn mappings(plan: &Plan) -> Sheet {
    let mut sheet = Sheet::new(
        "Mappings",
        &[
            ("Object", 10.0),
            ("Target attribute", 38.0),
            ("Mapping type", 12.0),
            ("Source", 46.0),
            ("In words", 46.0),
            ("Matching precedence", 12.0),
            ("Apply this mapping", 22.0),
            ("Default value if null", 22.0),
        ],
    );
    for object in &plan.object_mappings {
        for mapping in &object.attribute_mappings {
            let (kind, source, words) = source(mapping);
            sheet.row([
                object.kind.plural().to_owned(),
                mapping.target_attribute.clone(),
                kind.to_owned(),
                source,
                words,
                mapping.matching_precedence.map_or_else(String::new, |precedence| precedence.get().to_string()),
                mapping.flow_type.label().to_owned(),
                mapping.default_value.clone().unwrap_or_default(),
            ]);
        }
    }
    sheet
}

/// Mapping type, what stands in the form, and an expression's reading.
fn source(mapping: &AttributeMapping) -> (&'static str, String, String) {
    match &mapping.source {
        MappingSource::Direct { attribute } => ("Direct", attribute.clone(), String::new()),
        MappingSource::Constant { value } => ("Constant", value.clone(), String::new()),
        MappingSource::Expression { expression } => {
            let words = read(expression).tree().map(reading).unwrap_or_default();
            ("Expression", expression.clone(), words)
        }
        MappingSource::None => ("None", String::new(), String::new()),
    }
}

/// For every person what is sent, then a row for every mapping.
fn results(plan: &Plan, people: &[Person]) -> Sheet {
    let mut sheet = Sheet::new(
        "People and results",
        &[("Person", 24.0), ("Target attribute", 38.0), ("Value sent", 46.0), ("Why, or why not", 54.0)],
    );
    for person in people {
        let simulation = simulate(&Situation::in_cycle(plan, person));
        sheet.row([person.label.clone(), String::new(), requests(&simulation), simulation.skip.unwrap_or_default()]);
        for one in simulation.resolved {
            let (value, remark) = match one.flow {
                Flow::Value { value: serde_json::Value::String(text), note } => (text, note.unwrap_or_default()),
                Flow::Value { value, note } => (value.to_string(), note.unwrap_or_default()),
                Flow::DidNotFlow(reason) => (String::new(), reason.to_string()),
            };
            sheet.row([person.label.clone(), one.target, value, remark]);
        }
    }
    sheet
}

/// What changed since an earlier plan. Nothing but the heading: no difference.
fn changes(since: &Since) -> Sheet {
    let mut sheet = Sheet::new(
        "Changes",
        &[
            ("Since", 24.0),
            ("Mapping", 24.0),
            ("Target attribute", 38.0),
            ("What", 10.0),
            ("Field", 18.0),
            ("Before", 38.0),
            ("After", 38.0),
            ("Effect", 54.0),
        ],
    );
    for Line { what, object, target, field, before, after, effect } in since.difference.lines() {
        sheet.row([since.label.clone(), object, target, what.to_owned(), field, before, after, effect]);
    }
    sheet
}

fn requests(simulation: &Simulation) -> String {
    let lines = simulation.requests.iter().map(|one| format!("{} {}", one.method.name(), one.readable_path));
    lines.collect::<Vec<_>>().join("\n")
}

/// The open problems, then those that the plan accepts.
fn problems(plan: &Plan, analysis: &Analysis) -> Sheet {
    let mut sheet = Sheet::new(
        "Problems",
        &[
            ("State", 10.0),
            ("Severity", 10.0),
            ("Rule", 10.0),
            ("Object", 10.0),
            ("Target attribute", 34.0),
            ("Problem", 46.0),
            ("Why", 46.0),
            ("What to do, or the reason to accept it", 46.0),
        ],
    );
    for problem in analysis.open_problems() {
        sheet.row([
            "open".to_owned(),
            problem.severity.label().to_owned(),
            problem.code.to_owned(),
            problem.place.kind.map_or("", |kind| kind.plural()).to_owned(),
            problem.target.clone().unwrap_or_default(),
            problem.message.clone(),
            problem.why.to_owned(),
            problem.remedy.to_owned(),
        ]);
    }
    for accepted in &plan.suppressions {
        sheet.row([
            "accepted".to_owned(),
            String::new(),
            accepted.rule.clone(),
            String::new(),
            accepted.target.clone().unwrap_or_default(),
            String::new(),
            String::new(),
            accepted.reason.clone(),
        ]);
    }
    sheet
}
