//! `Replace(source, oldValue, regexPattern, regexGroupName, replacementValue, replacementAttributeName, template)`.

use super::super::dotnet::pattern::{self, Pattern, PatternError};
use super::super::dotnet::regex::Fuel;
use super::super::dotnet::substitution;
use super::super::evaluate::Arguments;
use super::super::failure::{EvaluationError, Stop};
use super::super::value::Value;
use super::{Example, Function, example, optional, required, word};

const OLD_VALUE: usize = 1;
const PATTERN: usize = 2;
const GROUP: usize = 3;
const REPLACEMENT: usize = 4;
const ATTRIBUTE: usize = 5;
const TEMPLATE: usize = 6;

pub(super) static REPLACE: Function = Function {
    name: "Replace",
    parameters: &[
        required("source"),
        optional("oldValue"),
        optional("regexPattern"),
        optional("regexGroupName"),
        optional("replacementValue"),
        optional("replacementAttributeName"),
        optional("template"),
    ],
    summary: "Replaces a text, or what a pattern or one of its groups finds, case-sensitively; puts the source into a \
              template; or takes a group from another attribute where the source is empty.",
    assumed: "A source without a value yields none, and so does another attribute in which the pattern finds nothing. What \
              replaces a group is taken as it is written.",
    examples: &[
        example(r#"Replace("fr-FR", "-", , , "_", , )"#, "fr_FR"),
        example(r#"Replace("anna", "{0}", , , , , "{0}@contoso.com")"#, "anna@contoso.com"),
        example(r#"Replace("a.b.c",".",,,"")"#, "abc"),
        example(
            r#"Replace("+91 9998887777", , "\\+(?<isd>\\d* )(?<number>\\d{10})", , "${number}", , )"#,
            "9998887777",
        ),
        example(r#"Replace("john@contoso.com", , "(?<suffix>@(.)*)", "suffix", "", , )"#, "john"),
        example(r#"Replace("", , "(?<number>\\d+)", "number", , "tel 555", )"#, "555"),
        Example { expression: r#"Replace([preferredLanguage], "-", , , "_", , )"#, value: None },
    ],
    reading: |words| {
        if words.get(PATTERN).is_some_and(Option::is_some) {
            format!(
                "{} with what the pattern {} finds replaced by {}",
                word(words, 0),
                word(words, PATTERN),
                word(words, REPLACEMENT)
            )
        } else if words.get(TEMPLATE).is_some_and(Option::is_some) {
            format!("{} with every {} replaced by {}", word(words, TEMPLATE), word(words, OLD_VALUE), word(words, 0))
        } else {
            format!("{} with every {} replaced by {}", word(words, 0), word(words, OLD_VALUE), word(words, REPLACEMENT))
        }
    },
    call: |arguments| {
        if arguments.given(PATTERN) {
            return by_pattern(arguments);
        }
        let Some(source) = arguments.text_or_null(0)? else { return Ok(Value::Null) };
        let old = arguments.text(OLD_VALUE)?;
        if !arguments.given(OLD_VALUE) || old.is_empty() {
            return Err(arguments.failure("needs a text to replace, as second argument"));
        }
        let (text, new) = match (arguments.given(REPLACEMENT), arguments.given(TEMPLATE)) {
            (true, false) => (source, arguments.text(REPLACEMENT)?),
            (false, true) => (arguments.text(TEMPLATE)?, source),
            _ => {
                return Err(arguments.failure("needs either a replacement (fifth argument) or a template (seventh)"));
            }
        };
        // Paid before it is built: nested calls grow by powers.
        let grown = text.matches(&old).count().saturating_mul(new.len());
        let span = arguments.span();
        arguments.evaluator.pay(text.len().saturating_add(grown), span)?;
        Ok(Value::Text(text.replace(&old, &new)))
    },
};

/// The modes with a pattern (entra-docs, functions-for-customizing-application-data, Replace).
fn by_pattern(arguments: &mut Arguments<'_, '_>) -> Result<Value, Stop> {
    if arguments.given(OLD_VALUE) {
        return Err(arguments.failure("takes either a text to replace (second argument) or a pattern (third)"));
    }
    let source = arguments.text_or_null(0)?;
    if arguments.given(ATTRIBUTE) && !arguments.given(REPLACEMENT) {
        if let Some(source) = source.filter(|source| !source.is_empty()) {
            return Ok(Value::Text(source));
        }
        let Some(other) = arguments.text_or_null(ATTRIBUTE)? else { return Ok(Value::Null) };
        let (pattern, group) = (compiled(arguments)?, arguments.text(GROUP)?);
        let group = number(arguments, &pattern, &group)?;
        let found = search(arguments, |fuel| pattern.find(&other, 0, fuel))?;
        let place = found.and_then(|found| found.groups.get(group).copied().flatten());
        return Ok(place.and_then(|(start, end)| other.get(start..end)).map_or(Value::Null, Value::text));
    }
    if !arguments.given(REPLACEMENT) {
        return Err(
            arguments.failure("needs a replacement (fifth argument), or a group (fourth) of another attribute (sixth)")
        );
    }
    let Some(source) = source else { return Ok(Value::Null) };
    let replacement = arguments.text(REPLACEMENT)?;
    let pattern = compiled(arguments)?;
    let replaced = if arguments.given(GROUP) {
        let group = arguments.text(GROUP)?;
        let group = number(arguments, &pattern, &group)?;
        search(arguments, |fuel| substitution::replace_group(&pattern, &source, group, &replacement, fuel))
    } else {
        search(arguments, |fuel| substitution::replace(&pattern, &source, &replacement, fuel))
    };
    Ok(Value::Text(replaced?))
}

/// Runs a search that pays for every step from the evaluation's budget.
fn search<T>(
    arguments: &mut Arguments<'_, '_>,
    run: impl FnOnce(&mut Fuel) -> Result<T, PatternError>,
) -> Result<T, Stop> {
    let steps = arguments.evaluator.steps_left();
    let mut fuel = Fuel::of_steps(steps);
    let result = run(&mut fuel);
    let span = arguments.span();
    arguments.evaluator.take(steps - fuel.steps(), span)?;
    result.map_err(|error| stopped(arguments, error))
}

fn compiled(arguments: &mut Arguments<'_, '_>) -> Result<std::rc::Rc<Pattern>, Stop> {
    let source = arguments.text(PATTERN)?;
    pattern::compile(&source).map_err(|error| stopped(arguments, error))
}

fn number(arguments: &Arguments<'_, '_>, pattern: &Pattern, group: &str) -> Result<usize, Stop> {
    let number = pattern.group(group);
    number.ok_or_else(|| arguments.failure(format!("the pattern has no group “{group}”")))
}

fn stopped(arguments: &Arguments<'_, '_>, error: PatternError) -> Stop {
    let span = arguments.node(PATTERN).map_or_else(|| arguments.span(), super::super::Expression::span);
    match error {
        PatternError::Faulty(_) => arguments.failure(error.to_string()),
        PatternError::Unsupported(_) => EvaluationError::NotSimulated { what: error.to_string(), span }.into(),
        PatternError::TooLarge => EvaluationError::TooLarge { span }.into(),
    }
}
