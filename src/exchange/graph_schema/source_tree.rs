//! The tree of a source. If the text is missing, the tree becomes the text. Otherwise the two are compared.

use super::parameter_key;
use crate::exchange::json::Item;
use crate::expression::functions::Takes;
use crate::expression::{Expression, quote};

/// The text of a tree; nothing if it is not a tree.
pub(super) fn tree_text(item: &Item<'_>) -> Option<String> {
    if item.is_null() {
        return Some(String::new());
    }
    let kind = item.member("type").and_then(|kind| kind.text()).unwrap_or_else(|| "Attribute".into());
    let name = item.member("name")?.scalar()?;
    match kind.as_ref() {
        "Attribute" => Some(format!("[{name}]")),
        "Constant" => Some(quote(&name)),
        "Function" => function_text(item, &name),
        _ => None,
    }
}

fn function_text(item: &Item<'_>, name: &str) -> Option<String> {
    let mut arguments = Vec::new();
    for parameter in item.member("parameters").map(|list| list.items()).unwrap_or_default() {
        let key = parameter.member("key").and_then(|key| key.text()).unwrap_or_default();
        let value = parameter.present("value")?;
        let written = value.member("expression").and_then(|text| text.text());
        // The text of an inner node is canonical. A number is quoted there, but not in the call.
        let text = match written.filter(|text| !text.trim().is_empty()) {
            Some(text) => text.into_owned(),
            None => tree_text(&value)?,
        };
        let text = bare_number(name, &key, &value).unwrap_or(text);
        arguments.push((key.into_owned(), text));
    }
    Some(format!("{name}({})", in_position(name, arguments).join(", ")))
}

/// The digits of a parameter that is a number, as the service writes them in a call.
fn bare_number(function: &str, key: &str, value: &Item<'_>) -> Option<String> {
    let is_number = parameter_key::published(function).is_some_and(|(function, keys, _)| {
        let at = keys.iter().position(|known| *known == key);
        at.and_then(|at| function.parameter(at)).is_some_and(|parameter| parameter.takes == Takes::Number)
    });
    let name = value.member("name").and_then(|name| name.scalar()).filter(|_| is_number)?;
    name.parse::<i64>().is_ok().then(|| name.into_owned())
}

/// Puts arguments at the positions of their keys. Omitted arguments are empty, also at the end.
fn in_position(function: &str, arguments: Vec<(String, String)>) -> Vec<String> {
    let in_order = |arguments: Vec<(String, String)>| arguments.into_iter().map(|(_, text)| text).collect();
    let Some((_, keys, repeating)) = parameter_key::published(function) else { return in_order(arguments) };
    let fixed = keys.len() - repeating;
    let mut positions = vec![String::new(); fixed];
    let mut repeated = Vec::new();
    for (key, text) in &arguments {
        match keys.iter().position(|known| known.eq_ignore_ascii_case(key)) {
            Some(at) if at < fixed => {
                if let Some(position) = positions.get_mut(at) {
                    position.clone_from(text);
                }
            }
            Some(_) => repeated.push(text.clone()),
            None => return in_order(arguments),
        }
    }
    positions.extend(repeated);
    positions
}

/// Whether a tree repeats its text. A tree without parameters counts as absent: an expression without a published form
/// has none.
pub(super) fn tree_repeats(item: &Item<'_>, text: &Expression) -> bool {
    let Expression::Call(call) = text else { return true };
    let name = item.member("name").and_then(|name| name.scalar());
    if name.is_some_and(|name| !name.is_empty() && !name.eq_ignore_ascii_case(&call.name)) {
        return false;
    }
    if item.member("parameters").is_none_or(|list| list.items().is_empty()) {
        return true;
    }
    let (mut here, mut there) = (Vec::new(), Vec::new());
    if !words_of_text(text, &mut here) || !words_of_tree(item, &mut there) {
        return true;
    }
    here == there
}

/// Names and values in order; false if the text has a part that a tree cannot contain.
fn words_of_text(node: &Expression, words: &mut Vec<String>) -> bool {
    match node {
        Expression::Call(call) => {
            words.push(format!("{}()", call.name.to_ascii_lowercase()));
            call.arguments.iter().all(|argument| words_of_text(argument, words))
        }
        Expression::Attribute { name, .. } => {
            words.push(format!("[{name}]"));
            true
        }
        Expression::Text { value, .. } => {
            words.push(value.clone());
            true
        }
        Expression::Number { text, .. } => {
            words.push(text.clone());
            true
        }
        Expression::Empty { .. } => true,
        Expression::Hex { .. } | Expression::Identifier { .. } | Expression::Comparison { .. } => false,
    }
}

fn words_of_tree(item: &Item<'_>, words: &mut Vec<String>) -> bool {
    if item.is_null() {
        return true;
    }
    let Some(name) = item.member("name").and_then(|name| name.scalar()) else { return false };
    match item.member("type").and_then(|kind| kind.text()).as_deref() {
        Some("Function") => {
            words.push(format!("{}()", name.to_ascii_lowercase()));
            let parameters = item.member("parameters").map(|list| list.items()).unwrap_or_default();
            parameters.iter().all(|one| one.present("value").is_some_and(|value| words_of_tree(&value, words)))
        }
        Some("Constant") => {
            words.push(name.into_owned());
            true
        }
        Some("Attribute") | None => {
            words.push(format!("[{name}]"));
            true
        }
        Some(_) => false,
    }
}
