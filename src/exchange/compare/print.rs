//! A difference as text and as Markdown.

use std::fmt::Write;

use serde_json::Value;

use super::{Difference, ObjectMappingDifference, Side};
use crate::exchange::document::{Block, Cell, Run, ShortNames, Table, markdown};

/// A line for each change: `+` added, `-` removed, `~` changed.
pub fn difference_text(difference: &Difference) -> String {
    let mut text = String::new();
    for one in &difference.object_mappings {
        let _ = writeln!(text, "{}{}", one_line(&one.name), side_words(one.side));
        for (sign, target, effect) in signed(one) {
            let _ = writeln!(text, "  {sign} {}: {}", one_line(target), one_line(effect));
        }
        for change in &one.changed {
            let place = change.target.as_deref().map(|target| one_line(target) + " ").unwrap_or_default();
            let (before, after) = (one_line(&shown(&change.before)), one_line(&shown(&change.after)));
            let _ = writeln!(text, "  ~ {place}{}: {before} -> {after}: {}", change.field, one_line(&change.effect));
        }
    }
    let definitions = &difference.attribute_definitions;
    if !(definitions.added.is_empty() && definitions.removed.is_empty()) {
        text.push_str("Attribute definitions\n");
        for (sign, names) in [('+', &definitions.added), ('-', &definitions.removed)] {
            for name in names {
                let _ = writeln!(text, "  {sign} {}", one_line(name));
            }
        }
    }
    text.extend(difference.beside().map(|beside| one_line(&beside) + "\n"));
    text
}

/// A table for each object mapping, as Markdown, and the full names of the attributes.
pub fn difference_markdown(difference: &Difference) -> String {
    let names = difference.short_names();
    let mut blocks = difference_blocks(difference, 2, &names);
    blocks.extend(names.explained(&blocks));
    markdown::blocks(&blocks)
}

/// The same as blocks of a document, under headings of this level.
pub(in crate::exchange) fn difference_blocks(difference: &Difference, level: usize, names: &ShortNames) -> Vec<Block> {
    let heading = |text: String| Block::Heading { level, text };
    let mut blocks = Vec::new();
    for one in &difference.object_mappings {
        let mut table = Table::headed(["What", "Target attribute", "Field", "Before", "After", "Effect"]);
        for (sign, target, effect) in signed(one) {
            let none = Cell::default;
            table.row([word(sign).into(), Cell::code(names.short(target)), none(), none(), none(), effect.into()]);
        }
        for change in &one.changed {
            table.row([
                "changed".into(),
                change.target.as_deref().map(|target| Cell::code(names.short(target))).unwrap_or_default(),
                change.field.replace('_', " ").into(),
                value_cell(&change.before, names),
                value_cell(&change.after, names),
                change.effect.as_str().into(),
            ]);
        }
        blocks.extend([heading(format!("{}{}", one.name, side_words(one.side))), Block::Table(table)]);
    }
    let definitions = &difference.attribute_definitions;
    let mut table = Table::headed(["What", "Attribute"]);
    for (sign, names) in [('+', &definitions.added), ('-', &definitions.removed)] {
        for name in names {
            table.row([word(sign).into(), Cell::code(name)]);
        }
    }
    if !table.rows.is_empty() {
        blocks.extend([heading("Attribute definitions".to_owned()), Block::Table(table)]);
    }
    if let Some(beside) = difference.beside() {
        if !blocks.is_empty() {
            blocks.push(heading("Beside the mappings".to_owned()));
        }
        blocks.push(Block::text(beside));
    }
    blocks
}

/// The word for a sign.
pub(super) const fn word(sign: char) -> &'static str {
    if sign == '+' { "added" } else { "removed" }
}

pub(super) fn signed(one: &ObjectMappingDifference) -> impl Iterator<Item = (char, &str, &str)> {
    let added = one.added.iter().map(|target| ('+', target.as_str()));
    let all = added.chain(one.removed.iter().map(|target| ('-', target.as_str())));
    all.zip(&one.effects).map(|((sign, target), effect)| (sign, target, effect.as_str()))
}

const fn side_words(side: Side) -> &'static str {
    match side {
        Side::Both => "",
        Side::A => " (only before)",
        Side::B => " (only after)",
    }
}

/// The source attribute of a value of the field `source`.
pub(super) fn source_attribute(value: &Value) -> Option<&str> {
    let is_direct = value.get("type").and_then(Value::as_str) == Some("direct");
    value.get("attribute").and_then(Value::as_str).filter(|_| is_direct)
}

fn value_cell(value: &Value, names: &ShortNames) -> Cell {
    match source_attribute(value) {
        Some(attribute) => Cell(vec![Run::text("direct "), Run::code(names.short(attribute))]),
        None => Cell::code(shown(value)),
    }
}

/// A value of the plan file in words. A source is its type and its text.
pub(super) fn shown(value: &Value) -> String {
    match value {
        Value::Null => "none".to_owned(),
        Value::String(text) => text.clone(),
        Value::Object(source) if source.contains_key("type") => {
            let said = ["attribute", "value", "expression"].iter().find_map(|name| source.get(*name)?.as_str());
            let kind = source.get("type").and_then(Value::as_str).unwrap_or_default();
            said.map_or_else(|| kind.to_owned(), |said| format!("{kind} {said}"))
        }
        other => other.to_string(),
    }
}

/// A value on one line, so that nothing in it starts a new line.
fn one_line(text: &str) -> String {
    text.chars().map(|one| if one.is_control() { ' ' } else { one }).collect()
}
