//! A report as text to read in a terminal.

use std::fmt::Write as _;

use crosswalk::analysis::rehearsal::{FileUsed, Report, ReportedProblem, State};
use crosswalk::text::{capitalised, counted, grouped, sentence, visible};

/// Values and existing users that are listed.
const LISTED: usize = 10;

/// The report.
pub(super) fn text(report: &Report) -> String {
    let mut text = String::new();
    let _ = writeln!(text, "{}", report.verdict.sentence);
    for reason in &report.verdict.reasons {
        let _ = writeln!(text, "  - {reason}");
    }
    part(&mut text, "Files", &files(report));
    part(&mut text, "Figures", &figures(report));
    part(&mut text, "Actions of the first cycle", &actions(report));
    for problem in &report.problems {
        text.push('\n');
        text.push_str(&self::problem(problem));
    }
    part(&mut text, "Target attributes", &coverage(report));
    for frequent in &report.frequent {
        let rows: Vec<Vec<String>> =
            frequent.values.iter().take(LISTED).map(|one| vec![one.value.clone(), grouped(one.people)]).collect();
        part(&mut text, &format!("Most frequent values of {}", frequent.target), &rows);
    }
    let unknown: Vec<Vec<String>> = report
        .unknown
        .iter()
        .map(|one| vec![one.attribute.clone(), format!("needed for {}", one.needed_for.join(", ")), one.why.clone()])
        .collect();
    part(&mut text, "Not known from this file", &unknown);
    if !report.export.is_empty() {
        let _ = writeln!(text, "  {}", capitalised(&report.export).replacen(": ", ":\n    ", 1));
    }
    let users = report.unmatched.iter().take(LISTED).map(|user| format!("line {}: {}", user.line, user.name));
    let users = and_more(users.collect(), report.summary.unmatched_existing);
    part(&mut text, "Existing users nobody matches", &users.into_iter().map(|user| vec![user]).collect::<Vec<_>>());
    text.lines().map(|line| format!("{}\n", visible(line.trim_end()))).collect()
}

/// A part with its rows in columns; nothing without rows. A column of numbers is aligned at the right.
fn part(text: &mut String, heading: &str, rows: &[Vec<String>]) {
    if rows.is_empty() {
        return;
    }
    let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|cell| one_line(cell)).collect()).collect();
    let form = |at: usize| {
        let cells = || rows.iter().filter_map(|row| row.get(at));
        let is_number = |cell: &String| cell.chars().all(|one| one.is_ascii_digit() || one == ',');
        (cells().map(|cell| cell.chars().count()).max().unwrap_or_default(), cells().all(is_number))
    };
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let forms: Vec<(usize, bool)> = (0..columns).map(form).collect();
    let _ = writeln!(text, "\n{heading}");
    for row in &rows {
        text.push(' ');
        for (cell, (width, is_number)) in row.iter().zip(&forms) {
            let _ = if *is_number { write!(text, " {cell:>width$} ") } else { write!(text, " {cell:<width$} ") };
        }
        text.push('\n');
    }
}

fn files(report: &Report) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for (file, noun) in [(Some(&report.people), "person"), (report.existing.as_ref(), "existing user")] {
        let Some(FileUsed { name, form, rows: count, skipped, notes, .. }) = file else { continue };
        let skips = if *skipped > 0 { format!(", {} skipped", counted(*skipped, "row")) } else { String::new() };
        rows.push(vec![format!("{name}: {}{skips}. The file is {form}.", counted(*count, noun))]);
        rows.extend(notes.iter().map(|note| vec![format!("  {}", capitalised(&sentence(note)))]));
    }
    rows
}

fn figures(report: &Report) -> Vec<Vec<String>> {
    report.figures().into_iter().map(|(figure, value)| vec![figure.to_owned(), value]).collect()
}

fn actions(report: &Report) -> Vec<Vec<String>> {
    report.actions().into_iter().map(|(action, count)| vec![action.label().to_owned(), grouped(count)]).collect()
}

fn coverage(report: &Report) -> Vec<Vec<String>> {
    let states = |one: &crosswalk::analysis::rehearsal::Coverage| {
        let states = State::ALL.into_iter().filter(|state| one.count(*state) > 0);
        states.map(|state| format!("{}: {}", state.label(), grouped(one.count(state)))).collect::<Vec<_>>().join(", ")
    };
    report.coverage.iter().map(|one| vec![one.target.clone(), states(one)]).collect()
}

fn problem(problem: &ReportedProblem) -> String {
    let mut text = format!("{} {}: {}\n", problem.severity.label(), problem.code, problem.message);
    let _ = writeln!(text, "  {}", problem.remedy);
    let people = problem.examples.iter().map(|person| format!("line {}: {}", person.line, person.name)).collect();
    if problem.is_about_people {
        for line in and_more(people, problem.count) {
            let _ = writeln!(text, "    {line}");
        }
    }
    let values =
        problem.values.iter().take(LISTED).map(|one| format!("{} ({})", one_line(&one.value), grouped(one.people)));
    let values = and_more(values.collect(), problem.values.len()).join(", ");
    if !values.is_empty() {
        let _ = writeln!(text, "    Values: {values}");
    }
    text
}

/// A cell without line breaks.
fn one_line(cell: &str) -> String {
    cell.replace(['\r', '\n'], " ")
}

/// The lines, and how many more there are.
fn and_more(mut lines: Vec<String>, all: usize) -> Vec<String> {
    let more = all.saturating_sub(lines.len());
    if more > 0 && !lines.is_empty() {
        lines.push(format!("and {} more", grouped(more)));
    }
    lines
}
