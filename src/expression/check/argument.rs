//! Arguments of the wrong kind, several values where one is needed, and comparisons that are true for nobody.

use super::super::ast::{Call, Comparator, Expression};
use super::super::diagnostic::Diagnostic;
use super::super::environment::AttributeLookup;
use super::super::functions::{Function, Takes};
use super::super::print::{print, quote};
use super::kind::{Kind, kind};

pub(super) fn check_arguments(
    call: &Call,
    function: &Function,
    lookup: &dyn AttributeLookup,
    found: &mut Vec<Diagnostic>,
) {
    let name = function.name;
    for (index, argument) in call.arguments.iter().enumerate() {
        let Some(parameter) = function.parameter(index) else { continue };
        match parameter.takes {
            Takes::Number if !may_be_number(argument, lookup) => {
                found.push(wrong_kind(name, argument, "a whole number"));
            }
            Takes::Condition if !may_be_condition(argument, lookup) => {
                found.push(wrong_kind(name, argument, "a comparison, or something that is True or False"));
            }
            Takes::OneOf(texts) => {
                let words: Vec<_> = texts.iter().map(|(text, _)| *text).collect();
                if let Expression::Text { value, .. } = argument {
                    check_word(name, argument, value, &words, quote, found);
                }
            }
            Takes::Word(words) => {
                if let Expression::Identifier { name: written, .. } | Expression::Text { value: written, .. } = argument
                {
                    check_word(name, argument, written, words, str::to_owned, found);
                }
            }
            Takes::Anything => {}
            _ if kind(argument, lookup) == Kind::List => found.push(several(name, argument)),
            _ => {}
        }
    }
}

/// Reports a word that the parameter does not take. If only its case is wrong, there is a fix.
fn check_word(
    function: &str,
    argument: &Expression,
    written: &str,
    words: &[&str],
    put: fn(&str) -> String,
    found: &mut Vec<Diagnostic>,
) {
    if words.contains(&written) {
        return;
    }
    let mut diagnostic = wrong_kind(function, argument, &format!("one of {}", words.join(", ")));
    if let Some(word) = words.iter().find(|word| word.eq_ignore_ascii_case(written)) {
        diagnostic = diagnostic.fixed_by(format!("Use {word}"), argument.span(), put(word));
    }
    found.push(diagnostic);
}

fn wrong_kind(function: &str, argument: &Expression, wanted: &str) -> Diagnostic {
    Diagnostic::error("E043", argument.span(), format!("{function} needs {wanted} here, not {}.", print(argument)))
}

/// A number, a text that reads as one, or something that the text alone does not tell.
fn may_be_number(argument: &Expression, lookup: &dyn AttributeLookup) -> bool {
    match argument {
        Expression::Text { value, .. } => value.trim().parse::<f64>().is_ok(),
        Expression::Identifier { .. } => false,
        other => !matches!(kind(other, lookup), Kind::Boolean | Kind::Date | Kind::List),
    }
}

fn may_be_condition(argument: &Expression, lookup: &dyn AttributeLookup) -> bool {
    match argument {
        Expression::Text { value, .. } => value.eq_ignore_ascii_case("true") || value.eq_ignore_ascii_case("false"),
        Expression::Identifier { .. } => false,
        other => !matches!(kind(other, lookup), Kind::Number | Kind::Date | Kind::List),
    }
}

fn several(function: &str, argument: &Expression) -> Diagnostic {
    let what = print(argument);
    let message = format!("{function} takes one value here, but {what} can have several.");
    Diagnostic::warning("E048", argument.span(), message)
        .fixed_by("Use the first value", argument.span(), format!("Item({what}, 1)"))
        .unsafely()
}

/// A comparison whose sides can never be equal.
pub(super) fn check_comparison(
    left: &Expression,
    comparator: Comparator,
    right: &Expression,
    lookup: &dyn AttributeLookup,
    found: &mut Vec<Diagnostic>,
) {
    for (one, other) in [(left, right), (right, left)] {
        let Expression::Text { value, span } = other else { continue };
        let diagnostic = match kind(one, lookup) {
            Kind::Number if !value.is_empty() && value.trim().parse::<f64>().is_err() => {
                let outcome = if comparator == Comparator::NotEqual { "always" } else { "never" };
                let message = format!(
                    "{} is a number and {} is not, so the condition is {outcome} true.",
                    print(one),
                    print(other)
                );
                Diagnostic::warning("E044", *span, message)
            }
            Kind::Boolean if !["True", "False"].contains(&value.as_str()) => {
                let message = format!("{} is True or False, never {}.", print(one), print(other));
                let diagnostic = Diagnostic::warning("E044", *span, message);
                match ["True", "False"].iter().find(|word| word.eq_ignore_ascii_case(value)) {
                    Some(word) => diagnostic.fixed_by(format!("Use {word}"), *span, quote(word)),
                    None => diagnostic,
                }
            }
            _ => continue,
        };
        found.push(diagnostic);
    }
    for side in [left, right] {
        if kind(side, lookup) == Kind::List {
            found.push(several("A comparison", side));
        }
    }
}
