//! All planned requests, one JSON object in each line.

use serde::Serialize;

use super::format::{PeopleWriter, RehearsalFormat, RehearsalWriter};
use super::people_csv::source;
use crate::analysis::rehearsal::Rehearsal;
use crate::simulate::{Method, Node, Step};

pub(super) const FORMAT: RehearsalFormat = RehearsalFormat {
    name: "ndjson",
    title: "All requests",
    about: "Every request of the first cycle in the order of the file, one JSON object in each line.",
    help: "Every request of the first cycle, one JSON object in each line",
    ending: "-requests.ndjson",
    media_type: "application/x-ndjson",
    exact: None,
    writer: RehearsalWriter::People(PeopleWriter { head: |_| String::new(), person }),
};

/// One request of a person.
#[derive(Serialize)]
struct Planned<'a> {
    line: u32,
    person: &'a str,
    step: Step,
    method: Method,
    path: &'a str,
    body: Option<&'a Node>,
}

fn person(rehearsal: &Rehearsal, row: usize, text: &mut String) {
    let Some(known) = rehearsal.row(row).filter(|known| known.requests > 0) else { return };
    let label;
    let names = [source(rehearsal, row, "userPrincipalName"), source(rehearsal, row, "objectId")];
    let person = if let Some(name) = names.into_iter().find(|name| !name.is_empty()) {
        name
    } else {
        label = rehearsal.person(row).label;
        &label
    };
    for request in &rehearsal.simulation(row).requests {
        let planned = Planned {
            line: known.line,
            person,
            step: request.step,
            method: request.method,
            path: &request.path,
            body: request.body.as_ref().map(|body| &body.node),
        };
        // Only text keys and finite numbers: it always serialises.
        text.push_str(&serde_json::to_string(&planned).unwrap_or_default());
        text.push('\n');
    }
}
