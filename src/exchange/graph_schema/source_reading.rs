//! Reads a mapping's source. If the text and the tree differ, the text counts, and a note reports the difference.

use super::Note;
use super::source_tree::{tree_repeats, tree_text};
use crate::exchange::json::Item;
use crate::expression::{Expression, quote, read};
use crate::plan::MappingSource;

/// The source of a mapping. Adds a note and returns nothing if it cannot be understood.
pub(super) fn read_source(item: Option<&Item<'_>>, notes: &mut Vec<Note>) -> Option<MappingSource> {
    let Some(item) = item.filter(|item| !item.is_null()) else { return Some(MappingSource::None) };
    let mut note = |text: String| notes.push(Note::new(item.pointer(), text));
    if !item.is_object() {
        note(format!(
            "a source should be an object, but is {}. Crosswalk cannot read the mapping and leaves it unchanged",
            item.kind_words()
        ));
        return None;
    }
    let kind = item.member("type").and_then(|kind| kind.scalar()).unwrap_or_else(|| "Attribute".into());
    let name = item.member("name").and_then(|name| name.scalar()).map(std::borrow::Cow::into_owned);
    let text = item.member("expression").and_then(|text| text.text()).map(std::borrow::Cow::into_owned);
    let text = text.filter(|text| !text.trim().is_empty());
    let source = match kind.as_ref() {
        "Attribute" => attribute(name, text, &mut note),
        "Constant" => constant(name, text, &mut note),
        "Function" => function(item, text, &mut note),
        other => {
            note(format!("the source type “{other}” is unknown. Crosswalk reads its text as an expression"));
            text.as_deref().map(by_text)
        }
    };
    if source.is_none() {
        note(
            "the source has neither an expression nor a name. Crosswalk cannot read the mapping and leaves it unchanged".to_owned(),
        );
    }
    source
}

/// The source that a text describes.
fn by_text(text: &str) -> MappingSource {
    let read = read(text);
    match read.tree().filter(|_| read.parsed().errors.is_empty()) {
        Some(Expression::Attribute { name, .. }) => MappingSource::Direct { attribute: name.clone() },
        Some(Expression::Text { value, .. }) => MappingSource::Constant { value: value.clone() },
        _ => MappingSource::Expression { expression: text.to_owned() },
    }
}

fn attribute(name: Option<String>, text: Option<String>, note: &mut impl FnMut(String)) -> Option<MappingSource> {
    let Some(text) = text else { return name.map(|attribute| MappingSource::Direct { attribute }) };
    let inside = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    if name.is_some() && inside == name.as_deref() {
        return name.map(|attribute| MappingSource::Direct { attribute });
    }
    let source = match by_text(&text) {
        MappingSource::Expression { .. } if inside.is_some_and(|inside| !inside.contains(['[', ']'])) => {
            MappingSource::Direct { attribute: inside.unwrap_or_default().to_owned() }
        }
        other => other,
    };
    if let Some(name) = name.filter(|name| !matches!(&source, MappingSource::Direct { attribute } if attribute == name))
    {
        note(format!("the name is “{name}”, but the text is {text}. Crosswalk uses the text"));
    }
    Some(source)
}

fn constant(name: Option<String>, text: Option<String>, note: &mut impl FnMut(String)) -> Option<MappingSource> {
    let Some(text) = text else { return name.map(|value| MappingSource::Constant { value }) };
    if name.as_deref().is_some_and(|name| text == quote(name)) {
        return name.map(|value| MappingSource::Constant { value });
    }
    match (by_text(&text), name) {
        (MappingSource::Constant { value }, name) => {
            if let Some(name) = name.filter(|name| *name != value) {
                note(format!("the name is “{name}”, but the text is {text}. Crosswalk uses the text"));
            }
            Some(MappingSource::Constant { value })
        }
        // The text is not a quoted literal, so the name is the value.
        (_, Some(value)) => Some(MappingSource::Constant { value }),
        (_, None) => Some(MappingSource::Constant { value: text }),
    }
}

fn function(item: &Item<'_>, text: Option<String>, note: &mut impl FnMut(String)) -> Option<MappingSource> {
    let Some(text) = text else {
        return tree_text(item).map(|expression| MappingSource::Expression { expression });
    };
    let source = by_text(&text);
    let repeated = match &source {
        MappingSource::Expression { .. } => {
            let read = read(&text);
            read.tree().filter(|_| read.parsed().errors.is_empty()).is_none_or(|tree| tree_repeats(item, tree))
        }
        _ => false,
    };
    if !repeated {
        note(format!("the expression's tree differs from its text. Crosswalk uses the text: {text}"));
    }
    Some(source)
}
