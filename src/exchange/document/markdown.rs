//! A document as Markdown (CommonMark with GitHub's tables and task lists), for a ticket, a repository or a wiki.

use super::markdown_escape::{block, code, code_cell, text};
use super::{Block, Cell, Document, Field, Run, Table, Task};

/// The whole document.
pub(in crate::exchange) fn markdown(document: &Document) -> String {
    format!("# {}\n\n{}", text(&document.title), blocks(&document.blocks))
}

/// Parts of a document, with an empty line between two of them.
pub(in crate::exchange) fn blocks(blocks: &[Block]) -> String {
    let written: Vec<String> = blocks.iter().filter_map(one_block).collect();
    written.join("\n")
}

fn one_block(part: &Block) -> Option<String> {
    Some(match part {
        Block::Heading { level, text: words, .. } => format!("{} {}\n", "#".repeat(*level), text(words)),
        Block::Paragraph { runs, .. } => format!("{}\n", in_line(runs, code)),
        Block::Title(parts) => {
            let parts = parts.iter().map(|(label, words)| format!("{label}: {}", text(words)));
            format!("{}\n", parts.collect::<Vec<_>>().join(" · "))
        }
        Block::Table(table) => self::table(table),
        Block::Task(task) => self::task(task),
        Block::List(items) => items.iter().map(|item| format!("- {}\n", in_line(item, code))).collect(),
        Block::Code(lines) => block(lines, ""),
        Block::Drawing(_) | Block::Signatures(_) => return None,
    })
}

/// Runs on one line. Blanks at the ends of a run stay.
fn in_line(runs: &[Run], code: fn(&str) -> String) -> String {
    let mut line = String::new();
    for run in runs {
        match run {
            Run::Text(words) => {
                let blank = |is: bool| if is { " " } else { "" };
                line += blank(words.starts_with(' '));
                line += &text(words);
                line += blank(words.ends_with(' ') && !words.trim().is_empty());
            }
            Run::Code(value) => line += &code(value),
            // A task list has no place in a table.
            Run::Tick(is) => line += if *is { "☑" } else { "☐" },
            Run::Strong(words) => line += &format!("**{}**", text(words)),
            Run::Aside(words) => line += &format!(" {}", text(words)),
            Run::Link(address) => line += &format!("<{address}>"),
        }
    }
    line
}

fn table(table: &Table) -> String {
    let mut lines = String::from("|");
    for column in &table.columns {
        lines += &format!(" {} |", text(column.heading));
    }
    lines += "\n|";
    for column in &table.columns {
        lines += if column.numbers { " ---: |" } else { " --- |" };
    }
    lines.push('\n');
    for row in &table.rows {
        lines.push('|');
        for Cell(runs) in row {
            let cell = in_line(runs, code_cell);
            lines += &if cell.is_empty() { " |".to_owned() } else { format!(" {cell} |") };
        }
        lines.push('\n');
    }
    lines
}

fn task(task: &Task) -> String {
    let tick = if task.ticked { "x" } else { " " };
    let action = if task.action.is_empty() { String::new() } else { format!("**{}** ", task.action) };
    let mut lines = format!("- [{tick}] {action}{}\n", text(&task.title));
    if !task.warning.is_empty() {
        lines += &format!("  - **{}**\n", task.warning);
    }
    if !task.place.is_empty() {
        lines += &format!("  - Where: {}\n", text(&task.place));
    }
    lines.extend(task.fields.iter().map(field));
    if !task.why.is_empty() {
        lines += &format!("  - Why: {}\n", text(&task.why));
    }
    for (label, words) in &task.remarks {
        lines += &format!("  - {label}: {}\n", text(words));
    }
    lines
}

fn field(field: &Field) -> String {
    let label = text(&field.label);
    let previous = field.previous.as_ref().map_or_else(String::new, |previous| format!(" (was {})", code(previous)));
    match &field.value {
        Run::Code(value) if value.contains('\n') => format!("  - {label}{previous}:\n\n{}\n", block(value, "    ")),
        value => format!("  - {label}: {}{previous}\n", in_line(std::slice::from_ref(value), code)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_between_runs_stay() {
        let runs = [Run::text("matched by "), Run::code("a"), Run::text(", then "), Run::code("b"), Run::text(".")];
        assert_eq!(in_line(&runs, code), "matched by `a`, then `b`.");
        assert_eq!(in_line(&[Run::text("*"), Run::Aside("why".to_owned())], code), "\\* why");
    }

    #[test]
    fn a_drawing_leaves_no_gap() {
        let parts = [Block::text("a"), Block::Drawing("<svg/>".to_owned()), Block::text("b")];
        assert_eq!(blocks(&parts), "a\n\nb\n");
    }
}
