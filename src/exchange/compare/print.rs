//! A difference as text and as Markdown.

use std::fmt::Write;

use serde_json::Value;

use super::{Difference, ObjectMappingDifference, Side};
use crate::exchange::export::markdown;

const EQUAL: &str = "No difference.\n";

/// A line for each change: `+` added, `-` removed, `~` changed.
pub fn difference_text(difference: &Difference) -> String {
    if difference.is_empty() {
        return EQUAL.to_owned();
    }
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
    text
}

/// A table for each object mapping.
pub fn difference_markdown(difference: &Difference) -> String {
    difference_section(difference, "##")
}

/// The same under headings of another level, for a document.
pub(in crate::exchange) fn difference_section(difference: &Difference, level: &str) -> String {
    if difference.is_empty() {
        return EQUAL.to_owned();
    }
    let mut text = String::new();
    for one in &difference.object_mappings {
        let _ = write!(text, "{level} {}{}\n\n", markdown::text(&one.name), side_words(one.side));
        text.push_str("| | Target attribute | Field | Before | After | Effect |\n|---|---|---|---|---|---|\n");
        for (sign, target, effect) in signed(one) {
            let word = if sign == '+' { "added" } else { "removed" };
            let (target, effect) = (markdown::code_cell(target), markdown::text(effect));
            let _ = writeln!(text, "| {word} | {target} | | | | {effect} |");
        }
        for change in &one.changed {
            let target = change.target.as_deref().map(markdown::code_cell).unwrap_or_default();
            let (before, after) =
                (markdown::code_cell(&shown(&change.before)), markdown::code_cell(&shown(&change.after)));
            let effect = markdown::text(&change.effect);
            let _ = writeln!(text, "| changed | {target} | {} | {before} | {after} | {effect} |", change.field);
        }
        text.push('\n');
    }
    let definitions = &difference.attribute_definitions;
    if !(definitions.added.is_empty() && definitions.removed.is_empty()) {
        let _ = write!(text, "{level} Attribute definitions\n\n");
        for (word, names) in [("added", &definitions.added), ("removed", &definitions.removed)] {
            for name in names {
                let _ = writeln!(text, "- {word}: {}", markdown::code(name));
            }
        }
    }
    text
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

/// A value of the plan file; a source by what it says.
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

/// Nothing in a value can begin a line of its own.
fn one_line(text: &str) -> String {
    text.chars().map(|one| if one.is_control() { ' ' } else { one }).collect()
}
