//! What the library promises, in one native binary.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

mod any_injection;
mod any_input;
mod create_bodies;
mod documented_shapes;
mod documents;
mod expression_vectors;
mod false_alarms;
mod files;
mod functions;
mod graph_schema;
mod journeys;
mod other_languages;
mod out_of_scope;
mod patch;
mod people_files;
mod plan_edits;
mod plan_file_schema;
mod profiles;
mod rehearsal;
mod reported_shapes;
mod roles;
mod rules;
mod scripts;
mod tables;
mod tidy;
mod workbook;

mod checklist_markdown;
mod checklist_marks;

/// Says something in the output, whether the test passes or not.
fn report(what: &str) {
    use std::io::Write as _;
    let _ = writeln!(std::io::stderr(), "{what}");
}

/// Says in the output that a test did not run. Standard error of the process itself: the test harness hides what a
/// passing test prints.
fn not_run(what: &str) {
    report(&format!("NOT RUN: {what}"));
}
