//! What a cell says about the source of a mapping: an attribute, an expression, a constant, or nothing.

use super::cell::{expression, says_nothing, value};
use super::certainty::{Certainty, Sure};
use super::names;
use crate::expression::{Expression, functions, read};
use crate::plan::{MappingSource, MappingType, ObjectKind, Plan};

/// What people write in front of a constant in the column of source attributes.
const CONSTANT_WORDS: [&str; 8] =
    ["constant", "const", "konstante", "fixed value", "static value", "fester wert", "fixed", "static"];

/// The source in a cell of the column "Source"; nothing in a cell that says so.
pub(super) fn source(
    plan: &Plan,
    kind: ObjectKind,
    text: &str,
    mapping_type: Option<MappingType>,
) -> Result<Option<Sure<MappingSource>>, String> {
    if says_nothing(text) {
        return Ok(None);
    }
    match mapping_type {
        Some(MappingType::None) => Err(format!("the mapping type is None, but the source is “{}”", value(text))),
        Some(MappingType::Constant) => Ok(Some(constant(text))),
        Some(MappingType::Expression) => {
            let read = whole_expression(text);
            if read.certainty == Certainty::Guess && !text.contains(['(', '[']) {
                return Err(format!("the mapping type is Expression, but “{}” is not an expression", value(text)));
            }
            Ok(Some(read))
        }
        Some(MappingType::Direct) => match by_form(text) {
            Some(Sure { value: MappingSource::Direct { attribute }, .. }) => direct(plan, kind, &attribute).map(Some),
            Some(other) => Err(format!(
                "the mapping type is Direct, but the source is {}",
                match other.value {
                    MappingSource::Constant { .. } => "a constant",
                    _ => "an expression",
                }
            )),
            None => direct(plan, kind, text).map(Some),
        },
        None => match by_form(text) {
            Some(Sure { value: MappingSource::Direct { attribute }, .. }) => direct(plan, kind, &attribute).map(Some),
            Some(other) => Ok(Some(other)),
            None => direct(plan, kind, text).map(Some),
        },
    }
}

/// The constant in a cell of the column "Constant".
pub(super) fn constant(text: &str) -> Sure<MappingSource> {
    let text = value(text);
    let inner = after_constant_word(&text).map_or(text.as_str(), str::trim);
    let unquoted = quoted(inner);
    let value = unquoted.clone().unwrap_or_else(|| inner.to_owned());
    let certainty = if value == text { Certainty::Exact } else { Certainty::Recognised };
    Sure { value: MappingSource::Constant { value }, certainty, remark: None }
}

/// The expression in a cell of the column "Expression". A mistake in it stays, and a remark names it.
pub(super) fn whole_expression(text: &str) -> Sure<MappingSource> {
    let text = expression(text);
    let parsed = read(&text);
    let unknown = parsed.calls().iter().find(|name| functions::find(name).is_none());
    let unknown = unknown.map(|name| format!("{name} is not a known function"));
    let tree = parsed.parsed();
    let broken = tree.is_broken().then(|| tree.errors.first().map(|error| error.message.clone())).flatten();
    let mistake = broken.or(unknown);
    let source = MappingSource::Expression { expression: text };
    match mistake {
        None => Sure::exact(source),
        Some(mistake) => Sure::guess(source, format!("the expression has a mistake: {mistake}")),
    }
}

fn direct(plan: &Plan, kind: ObjectKind, text: &str) -> Result<Sure<MappingSource>, String> {
    Ok(names::source(plan, kind, text)?.map(|attribute| MappingSource::Direct { attribute }))
}

/// The source by the form of the text alone: `[attribute]`, `Function(…)`, `"constant"`, `Constant: value`.
fn by_form(text: &str) -> Option<Sure<MappingSource>> {
    let text = value(text);
    if after_constant_word(&text).is_some() || quoted(&text).is_some() {
        return Some(constant(&text));
    }
    let is_call = is_call(&text);
    let has_attribute = text.contains('[') && text.contains(']') && !text.contains("[type ");
    if !(is_call || text.starts_with('[') && has_attribute) {
        return None;
    }
    let expression = whole_expression(&text);
    let MappingSource::Expression { expression: script } = &expression.value else { return None };
    let parsed = read(script);
    match parsed.tree().filter(|_| !parsed.parsed().is_broken()) {
        // One attribute alone is what Entra calls a direct mapping.
        Some(Expression::Attribute { name, .. }) => {
            Some(Sure::exact(MappingSource::Direct { attribute: name.clone() }))
        }
        _ => Some(expression),
    }
}

/// Whether a text calls a function: a known one, or one whose arguments can only be those of a function.
fn is_call(text: &str) -> bool {
    let Some((name, rest)) = text.split_once('(') else { return false };
    let is_name = name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.chars().all(|character| character.is_ascii_alphanumeric());
    is_name && (functions::find(name).is_some() || (rest.ends_with(')') && rest.contains(['[', '"', ','])))
}

/// The text after "Constant:" and similar words.
fn after_constant_word(text: &str) -> Option<&str> {
    let lower = text.to_ascii_lowercase();
    let word = CONSTANT_WORDS.iter().find(|word| lower.starts_with(**word))?;
    let rest = text.get(word.len()..)?.trim_start();
    let after = rest.strip_prefix([':', '=']).or_else(|| rest.strip_prefix('(')?.strip_suffix(')'));
    after
        .or_else(|| rest.starts_with(['"', '“', '„', '\'']).then_some(rest))
        .map(str::trim)
        .filter(|rest| !rest.is_empty())
}

/// The text in a pair of quotation marks that are around all of it.
fn quoted(text: &str) -> Option<String> {
    for (open, close) in [('"', '"'), ('“', '”'), ('„', '“'), ('„', '”'), ('\'', '\'')] {
        if let Some(inside) = text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close))
            && !inside.contains([open, close])
        {
            return Some(inside.to_owned());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, mapping_type: Option<MappingType>) -> String {
        match source(&Plan::default(), ObjectKind::User, text, mapping_type) {
            Ok(Some(sure)) => {
                format!("{} {} ({})", sure.value.type_name(), sure.value.text(), sure.certainty.words())
            }
            Ok(None) => "nothing".to_owned(),
            Err(reason) => reason,
        }
    }

    #[test]
    fn the_form_of_a_source_says_what_it_is() {
        for (cell, words) in [
            ("displayName", "Direct displayName (exact)"),
            ("[displayName]", "Direct displayName (exact)"),
            (
                "Switch([IsSoftDeleted], , \"False\", \"True\")",
                "Expression Switch([IsSoftDeleted], , \"False\", \"True\") (exact)",
            ),
            ("`Join(\" \", [givenName], [surname])`", "Expression Join(\" \", [givenName], [surname]) (exact)"),
            ("Nope([a], 1)", "Expression Nope([a], 1) (guess)"),
            ("Constant: DE", "Constant DE (recognised spelling)"),
            ("Konstante „DE“", "Constant DE (recognised spelling)"),
            ("\"DE\"", "Constant DE (recognised spelling)"),
            ("n/a", "nothing"),
            ("Manager (optional)", "Direct manager (recognised spelling)"),
            ("mail(work)", "Direct mail (recognised spelling)"),
            ("givenName surname", "“givenName surname” is not a known source attribute"),
        ] {
            assert_eq!(shown(cell, None), words, "{cell}");
        }
        assert_eq!(shown("DE", Some(MappingType::Constant)), "Constant DE (exact)");
        assert_eq!(shown("[mail]", Some(MappingType::Expression)), "Expression [mail] (exact)");
        assert_eq!(
            shown("Trim([mail])", Some(MappingType::Direct)),
            "the mapping type is Direct, but the source is an expression"
        );
        assert_eq!(shown("mail", Some(MappingType::None)), "the mapping type is None, but the source is “mail”");
    }
}
