//! The problems of a plan, open and accepted, for every document.

use crate::analysis::Analysis;
use crate::exchange::document::{Block, Cell, Column, Run, ShortNames, Table};
use crate::lint::Diagnostic;
use crate::plan::Plan;
use crate::text::visible;

fn target(target: Option<&str>) -> Cell {
    target.map_or_else(|| "the whole plan".into(), Cell::code)
}

/// The open problems, then those that the plan accepts with a reason. Nothing for none.
pub(super) fn blocks(plan: &Plan, analysis: &Analysis, names: &ShortNames) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open = Table::headed(["Severity", "Rule", "Target attribute", "Problem"]);
    for problem in analysis.open_problems() {
        open.row([
            problem.severity.label().into(),
            Cell::code(problem.code),
            target(problem.target.as_deref().map(|name| names.short(name))),
            format!("{} {}", problem.message, problem.remedy).into(),
        ]);
    }
    let mut accepted = Table::headed(["Rule", "Target attribute", "Reason"]);
    for one in &plan.suppressions {
        accepted.row([
            Cell::code(&one.rule),
            target(one.target.as_deref().map(|name| names.short(name))),
            Cell(vec![Run::text(&one.reason)]),
        ]);
    }
    if !open.rows.is_empty() {
        blocks.extend([Block::part("Open problems"), Block::Table(open)]);
    }
    if !accepted.rows.is_empty() {
        blocks.extend([Block::part("Accepted problems"), Block::Table(accepted)]);
    }
    blocks
}

/// A table of some problems with what to do about each, for a terminal: control characters are visible.
pub(super) fn short_table<'a>(problems: impl IntoIterator<Item = &'a Diagnostic>) -> Table {
    let mut table = Table::headed(["Severity", "Code", "Target attribute", "Problem", "What to do"]);
    for problem in problems {
        table.row([
            problem.severity.label().into(),
            problem.code.into(),
            target(problem.target.as_deref().map(visible).as_deref()),
            visible(&problem.message).into_owned().into(),
            problem.remedy.as_ref().into(),
        ]);
    }
    table
}

/// Both kinds in one table, with everything that is known of each.
pub(super) fn table(plan: &Plan, analysis: &Analysis) -> Table {
    let mut table = Table::new([
        Column::new("State", 10.0),
        Column::new("Severity", 10.0),
        Column::new("Rule", 10.0),
        Column::new("Object", 10.0),
        Column::new("Target attribute", 34.0),
        Column::new("Problem", 46.0),
        Column::new("Why", 46.0),
        Column::new("What to do, or the reason to accept it", 46.0),
    ]);
    for problem in analysis.open_problems() {
        table.row([
            "open".into(),
            problem.severity.label().into(),
            problem.code.into(),
            problem.place.kind.map_or("", |kind| kind.plural()).into(),
            problem.target.as_deref().unwrap_or_default().into(),
            problem.message.as_str().into(),
            problem.why.as_ref().into(),
            problem.remedy.as_ref().into(),
        ]);
    }
    for accepted in &plan.suppressions {
        let none = Cell::default;
        table.row([
            "accepted".into(),
            none(),
            accepted.rule.as_str().into(),
            none(),
            accepted.target.as_deref().unwrap_or_default().into(),
            none(),
            none(),
            accepted.reason.as_str().into(),
        ]);
    }
    table
}
