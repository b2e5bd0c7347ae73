//! The report as a sheet of a workbook: a row for each figure, with its part of the report in front.

use super::figures::notes;
use crate::analysis::rehearsal::{Report, State};
use crate::exchange::document::{Column, Table};
use crate::text::{grouped, sentence};

/// The sheet.
pub(in crate::exchange::export) fn table(report: &Report) -> Table {
    let mut table = Table::new([
        Column::new("Part", 24.0),
        Column::new("What", 46.0),
        Column::new("People or value", 24.0),
        Column::new("What to know", 60.0),
    ]);
    let mut row = |part: &str, what: &str, value: String, about: &str| {
        table.row([part.into(), what.into(), value.into(), about.into()]);
    };
    row("Answer", &report.verdict.sentence, String::new(), &report.verdict.reasons.join("\n"));
    for file in std::iter::once(&report.people).chain(&report.existing) {
        row("File", &file.name, grouped(file.rows), &file.form);
    }
    for note in notes(report) {
        row("Note", &note, String::new(), "");
    }
    for (figure, value) in report.figures() {
        row("Figure", figure, value, "");
    }
    for (action, count) in report.actions() {
        row("Action", action.label(), grouped(count), "");
    }
    for problem in &report.problems {
        let what = format!("{} {}: {}", problem.severity.label(), problem.code, problem.message);
        row("Problem", &what, grouped(problem.count), &problem.remedy);
        for example in &problem.examples {
            row("Problem: example", &example.name, format!("line {}", example.line), &problem.code);
        }
        for value in &problem.values {
            row("Problem: value", &value.value, grouped(value.people), &problem.code);
        }
    }
    for one in &report.coverage {
        let others = [State::Default, State::Empty, State::Unknown, State::Failed];
        let others = others.map(|state| format!("{}: {}", state.label(), grouped(one.count(state))));
        row("Target attribute", &one.target, grouped(one.count(State::Value)), &others.join(", "));
    }
    for frequent in &report.frequent {
        for value in &frequent.values {
            row("Frequent value", &value.value, grouped(value.people), &frequent.target);
        }
    }
    for column in &report.unknown {
        let about = format!("{} Needed for {}.", sentence(&column.why), column.needed_for.join(", "));
        row("Not known from this file", &column.attribute, String::new(), &about);
    }
    for user in &report.unmatched {
        row("Existing user nobody matches", &user.name, format!("line {}", user.line), "");
    }
    for file in std::iter::once(&report.people).chain(&report.existing) {
        for (line, reason) in &file.broken {
            row("Skipped row", reason, format!("line {line}"), &file.name);
        }
    }
    table
}
