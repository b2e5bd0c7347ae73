//! Arguments of the wrong kind, several values where one is needed, and comparisons that can hold for nobody.

use super::super::ast::{Call, Comparator, Expression};
use super::super::diagnostic::Diagnostic;
use super::super::environment::AttributeLookup;
use super::super::print::{print, quote};
use super::kind::{Kind, Wanted, canonical, kind, wanted};

pub(super) fn check_arguments(call: &Call, lookup: &dyn AttributeLookup, found: &mut Vec<Diagnostic>) {
    let function = canonical(call);
    for (index, argument) in call.arguments.iter().enumerate() {
        match wanted(function, index) {
            Wanted::One(Kind::Number) if !may_be_number(argument, lookup) => {
                found.push(wrong_kind(function, argument, "a whole number"));
            }
            Wanted::One(Kind::Boolean) if !may_be_condition(argument, lookup) => {
                found.push(wrong_kind(function, argument, "a comparison, or something that is True or False"));
            }
            Wanted::One(_) if kind(argument, lookup) == Kind::List => found.push(several(function, argument)),
            Wanted::OneOf(words) => {
                if let Expression::Text { value, span } = argument
                    && !words.contains(&value.as_str())
                {
                    let mut diagnostic = wrong_kind(function, argument, &format!("one of {}", words.join(", ")));
                    if let Some(word) = words.iter().find(|word| word.eq_ignore_ascii_case(value)) {
                        diagnostic = diagnostic.fixed_by(format!("Use {word}"), *span, quote(word));
                    }
                    found.push(diagnostic);
                }
            }
            Wanted::Word(words) => {
                let Some(written) = (match argument {
                    Expression::Identifier { name, .. } => Some(name.as_str()),
                    Expression::Text { value, .. } => Some(value.as_str()),
                    _ => None,
                }) else {
                    continue;
                };
                if !words.contains(&written) {
                    let mut diagnostic = wrong_kind(function, argument, &format!("one of {}", words.join(", ")));
                    if let Some(word) = words.iter().find(|word| word.eq_ignore_ascii_case(written)) {
                        diagnostic = diagnostic.fixed_by(format!("Use {word}"), argument.span(), *word);
                    }
                    found.push(diagnostic);
                }
            }
            _ => {}
        }
    }
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
    let message = format!("{function} takes one value here; {what} can have several.");
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
                let message = format!("{} is a number and {} is none: this {outcome} holds.", print(one), print(other));
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
