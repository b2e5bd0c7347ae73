//! Switch: pairs, keys that repeat or can never match, and sources that Microsoft advises against.

use super::super::ast::{Call, Expression};
use super::super::diagnostic::{Diagnostic, Severity};
use super::super::environment::AttributeLookup;
use super::super::functions::{self, Case, Caution, Yields};
use super::super::print::{print, quote};
use super::kind::{Kind, kind};
use crate::text::Span;

pub(super) fn check_switch(call: &Call, lookup: &dyn AttributeLookup, found: &mut Vec<Diagnostic>) {
    let [source, rest @ ..] = call.arguments.as_slice() else { return };
    if !call.arguments.len().is_multiple_of(2) {
        let message = "Switch needs keys and values in pairs. If there is no default, leave the second argument empty.";
        found.push(
            Diagnostic::error("E025", call.span, message)
                .fixed_by("Leave the default empty", Span::at(source.span().end), ", ")
                .unsafely(),
        );
        // Which argument is a key is not known.
        return;
    }
    check_source(source, rest.first(), lookup, found);
    let mut seen: Vec<&str> = Vec::new();
    for pair in rest.get(1..).unwrap_or_default().chunks(2) {
        let [key, value] = pair else { continue };
        let (Expression::Text { value: text, span } | Expression::Number { text, span }) = key else { continue };
        if seen.contains(&text.as_str()) {
            let before = end_of_argument_before(call, key);
            let message = format!("The key {} occurs twice. Only the first one is used.", print(key));
            let whole = Span::new(before, value.span().end);
            found.push(Diagnostic::warning("E041", *span, message).fixed_by("Remove the pair", whole, ""));
            continue;
        }
        seen.push(text);
        if let Some(diagnostic) = unmatchable(source, key, text, *span, lookup) {
            found.push(diagnostic);
        }
    }
}

fn check_source(
    source: &Expression,
    default: Option<&Expression>,
    lookup: &dyn AttributeLookup,
    found: &mut Vec<Diagnostic>,
) {
    match source {
        Expression::Call(inner) => {
            if let Some(function) = functions::find(&inner.name)
                && function.cautions.contains(&Caution::SwitchSource)
            {
                let message = format!(
                    "Microsoft advises against {} as the source of a Switch, because it returns True or False and the keys are texts.",
                    function.name
                );
                found.push(Diagnostic::warning("E023", inner.span, message));
            }
        }
        Expression::Attribute { name, span } if lookup.attribute(name).is_some_and(|info| info.reference) => {
            let message = format!("{name} is a reference. Microsoft advises against references in a Switch.");
            found.push(Diagnostic::warning("E049", *span, message));
        }
        _ => {}
    }
    if let Some(default) = default
        && !matches!(default, Expression::Empty { .. })
    {
        let message = "According to Microsoft, a Switch with a default can return nothing in an incremental cycle and \
                       clear the value in the target. To prevent that, put IgnoreFlowIfNullOrEmpty around it.";
        found.push(Diagnostic::new("E040", Severity::Advice, default.span(), message));
    }
}

/// A key that the source's values never equal: keys are compared letter by letter.
fn unmatchable(
    source: &Expression,
    key: &Expression,
    text: &str,
    span: Span,
    lookup: &dyn AttributeLookup,
) -> Option<Diagnostic> {
    let never =
        |reason: String| Diagnostic::warning("E042", span, format!("The key {} never matches: {reason}", print(key)));
    let folded = match source {
        Expression::Call(inner) => match functions::find(&inner.name)?.yields {
            Yields::Text(Case::Lower) => Some((text.to_lowercase(), "lower")),
            Yields::Text(Case::Upper) => Some((text.to_uppercase(), "upper")),
            _ => None,
        },
        _ => None,
    };
    if let Some((folded, case)) = folded {
        return (folded != text).then(|| {
            never(format!("the source is in {case} case.")).fixed_by(
                format!("Write it in {case} case"),
                span,
                quote(&folded),
            )
        });
    }
    match kind(source, lookup) {
        // A missing source matches the empty key.
        Kind::Boolean if !["True", "False", ""].contains(&text) => {
            let diagnostic = never(format!("{} is True or False.", print(source)));
            Some(match ["True", "False"].iter().find(|word| word.eq_ignore_ascii_case(text)) {
                Some(word) => diagnostic.fixed_by(format!("Use {word}"), span, quote(word)),
                None => diagnostic,
            })
        }
        Kind::Number if !text.is_empty() && text.parse::<f64>().is_err() => {
            Some(never(format!("{} is a number.", print(source))))
        }
        _ => None,
    }
}

/// Where the argument before this one ends: the comma behind it goes with the pair.
fn end_of_argument_before(call: &Call, key: &Expression) -> usize {
    let before = call.arguments.iter().take_while(|argument| argument.span().start < key.span().start).last();
    before.map_or(key.span().start, |argument| argument.span().end)
}
