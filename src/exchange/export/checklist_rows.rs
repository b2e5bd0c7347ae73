//! The table of a checklist step: a row for each mapping or attribute, with a box to tick.

use crate::analysis::checklist::{Action, Checklist, FieldValue, Step};
use crate::exchange::document::{Block, Cell, Run, ShortNames, Table};
use crate::plan::AttributeSide;

/// The target attributes in the tables of a checklist: those of the plan, and those of Entra's own rows.
pub(super) fn targets(checklist: &Checklist) -> impl Iterator<Item = (AttributeSide, &str)> {
    let targets = checklist.steps().flat_map(|row| &row.fields).filter(|field| field.label == "Target attribute");
    let names = targets.flat_map(|field| [Some(field.value.as_str()), field.previous.as_deref()]).flatten();
    names.map(|name| (AttributeSide::Target, name))
}

/// The table of a step; nothing for a step without rows.
pub(super) fn table(step: &Step, names: &ShortNames) -> Option<Block> {
    if step.rows.is_empty() {
        return None;
    }
    let details = |row| details(row, step, names);
    let table = if step.lists_mappings() {
        let mut table = Table::headed(["Done", "Do", "Source", "Target attribute", "Enter or check"]);
        for row in &step.rows {
            let shown = row.row_shown();
            let action = if row.action == Action::Do { "Compare" } else { row.action.name() };
            let source = Cell(shown.source.map_or_else(Vec::new, |field| value(field, names)));
            let target = Cell(shown.name.map_or_else(Vec::new, |field| value(field, names)));
            table.row([tick(row), action.into(), source, target, details(row)]);
        }
        table
    } else {
        let mut table = Table::headed(["Done", "Attribute", "Enter or check"]);
        for row in &step.rows {
            // You type the name of such an attribute, so it is the full one.
            let name = row.row_shown().name.map_or_else(Cell::default, |field| Cell::code(&field.value));
            table.row([tick(row), name, details(row)]);
        }
        table
    };
    Some(Block::Table(table.without_empty_columns()))
}

fn tick(row: &Step) -> Cell {
    Cell(vec![Run::Tick(row.done && !row.changed_since)])
}

/// A value, and the value before a change.
fn value(field: &FieldValue, names: &ShortNames) -> Vec<Run> {
    let run = |text: &str| Run::code(names.short(text));
    let mut runs =
        vec![if field.code || field.previous.is_some() { run(&field.value) } else { Run::text(&field.value) }];
    if let Some(previous) = &field.previous {
        runs.extend([Run::text(" (was "), run(previous), Run::text(")")]);
    }
    runs
}

fn details(row: &Step, step: &Step, names: &ShortNames) -> Cell {
    let mut runs = Vec::new();
    if row.changed_since {
        runs.extend([Run::Strong("Changed since it was ticked.".to_owned()), Run::text(" ")]);
    }
    for field in row.row_shown().more {
        runs.push(Run::text(format!("{}: ", field.label)));
        runs.extend(value(field, names));
        runs.push(Run::text(". "));
    }
    // What is already right needs no reason, and the step has said what holds for all rows.
    if row.action != Action::Keep && row.why != step.why {
        let full = row.row_shown().name.map_or("", |field| field.previous.as_deref().unwrap_or(&field.value));
        let short = names.short(full);
        runs.push(Run::Text(if short == full { row.why.clone() } else { row.why.replace(full, short) }));
    }
    for (label, words) in [("Owner", &row.owner), ("Note", &row.note)] {
        if !words.is_empty() {
            runs.push(Run::Aside(format!("{label}: {words}")));
        }
    }
    Cell(runs)
}
