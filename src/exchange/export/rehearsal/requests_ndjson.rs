//! All planned requests, one JSON object in each line.
//!
//! People of one class get the same requests but for their values. The requests of the first of them are simulated. Their
//! text has places for the values, and serves for the rest of the class.

use std::collections::HashMap;
use std::fmt::Write as _;

use serde::Serialize;

use super::format::{AppendPerson, RehearsalFormat, RehearsalWriter};
use super::people_csv::source;
use crate::analysis::rehearsal::Rehearsal;
use crate::simulate::{Method, Node, Request, RequestText, Step, push_json_text};

pub(super) const FORMAT: RehearsalFormat = RehearsalFormat {
    name: "ndjson",
    title: "All requests",
    about: "Every request of the first cycle in the order of the file, one JSON object in each line.",
    help: "Every request of the first cycle, one JSON object in each line",
    ending: "-requests.ndjson",
    media_type: "application/x-ndjson",
    needs_requests: true,
    exact: None,
    writer: RehearsalWriter::People(requests),
};

/// One request of a person, after the line and the name.
#[derive(Serialize)]
struct Planned<'a> {
    step: Step,
    method: Method,
    path: &'a str,
    body: Option<&'a Node>,
}

fn requests<'r>(rehearsal: &'r Rehearsal, _: &mut String) -> AppendPerson<'r> {
    let mut classes = HashMap::new();
    let mut head = String::new();
    Box::new(move |row, text| {
        let Some(known) = rehearsal.row(row).filter(|known| known.requests > 0) else { return };
        head.clear();
        // A number always has a text.
        let _ = write!(head, "{{\"line\":{},\"person\":", known.line);
        push_name(rehearsal, row, &mut head);
        let shared: Option<&Vec<RequestText>> =
            known.class.and_then(|class| classes.entry(class).or_insert_with(|| shared(rehearsal, row)).as_ref());
        let start = text.len();
        let is_written = shared.is_some_and(|shared| {
            let values = rehearsal.request_values(row);
            shared.iter().all(|request| {
                text.push_str(&head);
                request.write(&values, text)
            })
        });
        if !is_written {
            text.truncate(start);
            for request in &rehearsal.simulation(row).requests {
                text.push_str(&head);
                text.push_str(&line(request));
            }
        }
    })
}

/// The rest of a request's line.
fn line(request: &Request) -> String {
    let body = request.body.as_ref().map(|body| &body.node);
    let planned = Planned { step: request.step, method: request.method, path: &request.path, body };
    // Only text keys and finite numbers: it always serialises.
    let text = serde_json::to_string(&planned).unwrap_or_default();
    format!(",{}\n", text.trim_start_matches('{'))
}

/// The requests that the people of a class share; nothing if their values decide about more than the places of the values.
fn shared(rehearsal: &Rehearsal, row: usize) -> Option<Vec<RequestText>> {
    let (requests, values) = (rehearsal.simulation(row).requests, rehearsal.request_values(row));
    requests.iter().map(|request| RequestText::of(request, &values, line)).collect()
}

fn push_name(rehearsal: &Rehearsal, row: usize, head: &mut String) {
    let names = [source(rehearsal, row, "userPrincipalName"), source(rehearsal, row, "objectId")];
    match names.into_iter().find(|name| !name.is_empty()) {
        Some(name) => push_json_text(head, name),
        None => push_json_text(head, &rehearsal.person(row).label),
    }
}
