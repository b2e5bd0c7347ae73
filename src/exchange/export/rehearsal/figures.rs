//! The answer and the figures of a rehearsal: what a reader needs to decide.

use crate::analysis::rehearsal::{Report, ReportedProblem, State, ValueCount};
use crate::exchange::document::{Block, Cell, Column, Run, Table};
use crate::text::{capitalised, counted, grouped, sentence};

/// The answer and the figures. `level` is that of their headings.
pub(super) fn blocks(report: &Report, level: usize) -> Vec<Block> {
    let heading = |text: &str| heading(text, level);
    let mut blocks = vec![Block::runs([Run::Strong(report.verdict.sentence.clone())])];
    blocks.extend(list(&report.verdict.reasons));
    blocks.extend([heading("Files"), Block::Table(files(report))]);
    blocks.extend(list(&notes(report)));
    let mut table = Table::new([Column::new("Figure", 40.0), Column::new("Value", 40.0)]);
    for (figure, value) in report.figures() {
        table.row([figure.into(), value.into()]);
    }
    blocks.extend([heading("Figures"), Block::Table(table)]);
    if report.knows_actions {
        let mut table = Table::new([Column::new("Action", 20.0), people()]);
        for (action, count) in report.actions() {
            table.row([action.label().into(), grouped(count).into()]);
        }
        blocks.extend([heading("Actions of the first cycle"), Block::Table(table)]);
    }
    blocks.extend(problems(report, level));
    if !report.coverage.is_empty() {
        blocks.extend([
            heading("Target attributes"),
            Block::text("People in scope and active, by what each mapping yields."),
            Block::Table(coverage(report)),
        ]);
    }
    let frequent: Vec<_> = report.frequent.iter().filter(|frequent| !frequent.values.is_empty()).collect();
    if !frequent.is_empty() {
        blocks.push(heading("Most frequent values"));
    }
    for frequent in frequent {
        blocks.push(Block::runs([Run::code(&frequent.target)]));
        blocks.push(Block::Table(values(&frequent.values)));
    }
    blocks.extend(unknown(report, level));
    blocks
}

/// A heading on the same page.
pub(super) fn heading(text: &str, level: usize) -> Block {
    Block::Heading { level, text: text.to_owned() }
}

fn people() -> Column {
    Column::new("People", 12.0).numbers()
}

fn list(lines: &[String]) -> Option<Block> {
    let items: Vec<Vec<Run>> = lines.iter().map(|line| vec![Run::text(line)]).collect();
    (!items.is_empty()).then_some(Block::List(items))
}

fn files(report: &Report) -> Table {
    let mut table = Table::headed(["File", "What it is", "Contains", "Skipped"]);
    for (file, noun) in [(Some(&report.people), "person"), (report.existing.as_ref(), "existing user")] {
        let Some(file) = file else { continue };
        table.row([
            Cell::code(&file.name),
            file.form.as_str().into(),
            counted(file.rows, noun).into(),
            counted(file.skipped, "row").into(),
        ]);
    }
    table
}

/// What there is to say about the files, a sentence each.
pub(super) fn notes(report: &Report) -> Vec<String> {
    let files = std::iter::once(&report.people).chain(&report.existing);
    files.flat_map(|file| file.notes.iter().map(|note| sentence(&format!("{}: {note}", file.name)))).collect()
}

fn problems(report: &Report, level: usize) -> Vec<Block> {
    let mut table = Table::headed(["Severity", "Code", "Problem", "What to do"]);
    let mut details = Vec::new();
    for problem in &report.problems {
        table.row([
            problem.severity.label().into(),
            Cell::code(&problem.code),
            problem.message.as_str().into(),
            problem.remedy.as_str().into(),
        ]);
        details.extend(detail(problem, level + 1));
    }
    if details.is_empty() {
        return vec![heading("Problems", level), Block::text(report.no_problems())];
    }
    let mut blocks = vec![heading("Problems", level), Block::Table(table)];
    blocks.extend(details);
    blocks
}

fn detail(problem: &ReportedProblem, level: usize) -> Vec<Block> {
    let mut blocks = vec![
        heading(&format!("{}: {}", problem.code, problem.message.trim_end_matches('.')), level),
        Block::text(problem.why.as_str()),
    ];
    if !problem.examples.is_empty() {
        let mut table = Table::new([Column::new("Line", 8.0).numbers(), Column::new("Person", 40.0)]);
        for example in &problem.examples {
            table.row([example.line.to_string().into(), Cell(vec![Run::text(&example.name)])]);
        }
        blocks.push(Block::Table(table));
        let more = problem.count.saturating_sub(problem.examples.len());
        if more > 0 {
            blocks.push(Block::text(format!("And {} more.", counted(more, "person"))));
        }
    }
    if !problem.values.is_empty() {
        blocks.push(Block::Table(values(&problem.values)));
    }
    blocks
}

fn values(values: &[ValueCount]) -> Table {
    let mut table = Table::new([Column::new("Value", 40.0), people()]);
    for one in values {
        table.row([Cell::code(&one.value), grouped(one.people).into()]);
    }
    table
}

fn coverage(report: &Report) -> Table {
    let mut table = Table::new([
        Column::new("Target attribute", 40.0),
        Column::new("Has a value", 12.0).numbers(),
        Column::new("Default value", 12.0).numbers(),
        Column::new("Empty", 12.0).numbers(),
        Column::new("Not known from this file", 12.0).numbers(),
        Column::new("Fails", 12.0).numbers(),
    ]);
    for one in &report.coverage {
        let count = |state| Cell::from(grouped(one.count(state)));
        table.row([
            Cell::code(&one.target),
            count(State::Value),
            count(State::Default),
            count(State::Empty),
            count(State::Unknown),
            count(State::Failed),
        ]);
    }
    table
}

fn unknown(report: &Report, level: usize) -> Vec<Block> {
    let mut table = Table::headed(["Source attribute", "Why", "Needed for"]);
    for column in &report.unknown {
        table.row([Cell::code(&column.attribute), column.why.as_str().into(), column.needed_for.join(", ").into()]);
    }
    if table.rows.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![heading("Not known from this file", level), Block::Table(table)];
    match report.export.split_once(": ") {
        Some((words, command)) => {
            blocks.push(Block::text(format!("{}:", capitalised(words))));
            blocks.push(Block::Code(command.to_owned()));
        }
        None => blocks.push(Block::text(sentence(&capitalised(&report.export)))),
    }
    blocks
}
