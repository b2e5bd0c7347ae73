//! `Replace(source, oldValue, regexPattern, regexGroupName, replacementValue, replacementAttributeName, template)`.

use super::super::dotnet::pattern::{self, Pattern, PatternError};
use super::super::dotnet::regex::Fuel;
use super::super::dotnet::substitution;
use super::super::evaluate::{Arguments, Cell};
use super::super::failure::{EvaluationError, Stop};
use super::{
    Case, DependsOn, Documented, Example, Function, Keys, ManyAtOnce, Takes, Yields, example, optional, required, word,
};

pub(in super::super) const OLD_VALUE: usize = 1;
pub(in super::super) const PATTERN: usize = 2;
const GROUP: usize = 3;
pub(in super::super) const REPLACEMENT: usize = 4;
const ATTRIBUTE: usize = 5;
const TEMPLATE: usize = 6;

pub(super) static REPLACE: Function = Function {
    name: "Replace",
    parameters: &[
        required("source", Takes::Text),
        optional("oldValue", Takes::Text),
        optional("regexPattern", Takes::Pattern),
        optional("regexGroupName", Takes::Text),
        optional("replacementValue", Takes::Text),
        optional("replacementAttributeName", Takes::Text),
        optional("template", Takes::Text),
    ],
    summary: "Replaces a text, or the text that a pattern or one of its groups matches. The search is case-sensitive. It can also put the source into a template, or take a group from another attribute if the source is empty.",
    assumed: "If the source has no value, the result has no value. The same is true if the pattern matches nothing in the other attribute. The text that replaces a group is taken literally.",
    documented: Documented::ForApplications,
    yields: Yields::Text(Case::Mixed),
    depends_on: DependsOn::Arguments,
    keys: Keys::Published(&[
        "source",
        "Find",
        "RegularExpression",
        "RegularExpressionGroupName",
        "Replacement",
        "ReplacementPropertyName",
        "Template",
    ]),
    cautions: &[],
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
    many: ManyAtOnce::Replaced,
    call: |arguments| {
        if arguments.given(PATTERN) {
            return by_pattern(arguments);
        }
        let Some(source) = arguments.text_or_null(0)? else { return Ok(Cell::Null) };
        let old = arguments.text(OLD_VALUE)?;
        if !arguments.given(OLD_VALUE) || old.is_empty() {
            return Err(arguments.failure("the second argument must be a text to replace"));
        }
        let (text, new) = match (arguments.given(REPLACEMENT), arguments.given(TEMPLATE)) {
            (true, false) => (source, arguments.text(REPLACEMENT)?),
            (false, true) => (arguments.text(TEMPLATE)?, source),
            _ => {
                return Err(
                    arguments.failure("give either a replacement (fifth argument) or a template (seventh argument)")
                );
            }
        };
        // Paid before it is built: nested calls grow by powers.
        let found = text.matches(&*old).count();
        let grown = found.saturating_mul(new.len());
        arguments.pay(text.len().saturating_add(grown))?;
        Ok(if found == 0 { Cell::Text(text) } else { Cell::owned(text.replace(&*old, &new)) })
    },
};

/// The modes with a pattern (entra-docs, functions-for-customizing-application-data, Replace).
fn by_pattern<'a>(arguments: &mut Arguments<'_, 'a>) -> Result<Cell<'a>, Stop> {
    if arguments.given(OLD_VALUE) {
        return Err(arguments
            .failure("give either a text to replace (second argument) or a pattern (third argument), not both"));
    }
    let source = arguments.text_or_null(0)?;
    if arguments.given(ATTRIBUTE) && !arguments.given(REPLACEMENT) {
        if let Some(source) = source.filter(|source| !source.is_empty()) {
            return Ok(Cell::Text(source));
        }
        let Some(other) = arguments.text_or_null(ATTRIBUTE)? else { return Ok(Cell::Null) };
        let (pattern, group) = (compiled(arguments)?, arguments.text(GROUP)?);
        let group = number(arguments, &pattern, &group)?;
        let found = search(arguments, |fuel| pattern.find(&other, 0, fuel))?;
        let place = found.and_then(|found| found.groups.get(group).copied().flatten());
        return Ok(place.and_then(|(start, end)| other.get(start..end)).map_or(Cell::Null, Cell::copied));
    }
    if !arguments.given(REPLACEMENT) {
        return Err(arguments.failure(
            "give a replacement (fifth argument), or a group (fourth argument) of another attribute (sixth argument)",
        ));
    }
    let Some(source) = source else { return Ok(Cell::Null) };
    let replacement = arguments.text(REPLACEMENT)?;
    let pattern = compiled(arguments)?;
    let replaced = if arguments.given(GROUP) {
        let group = arguments.text(GROUP)?;
        let group = number(arguments, &pattern, &group)?;
        search(arguments, |fuel| substitution::replace_group(&pattern, &source, group, &replacement, fuel))
    } else {
        search(arguments, |fuel| {
            let mut replaced = String::with_capacity(source.len());
            substitution::replace(&pattern, &source, &replacement, fuel, &mut replaced).map(|()| replaced)
        })
    };
    Ok(Cell::owned(replaced?))
}

/// Runs a search that pays for every step from the evaluation's budget.
fn search<T>(
    arguments: &mut Arguments<'_, '_>,
    run: impl FnOnce(&mut Fuel) -> Result<T, PatternError>,
) -> Result<T, Stop> {
    let steps = arguments.steps_left();
    let mut fuel = Fuel::of_steps(steps);
    let result = run(&mut fuel);
    arguments.take(steps - fuel.steps())?;
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
    let span = arguments.span_of(PATTERN);
    match error {
        PatternError::Faulty(_) => arguments.failure(error.to_string()),
        PatternError::Unsupported(_) => EvaluationError::NotSimulated { what: error.to_string(), span }.into(),
        PatternError::TooLarge => EvaluationError::TooLarge { span }.into(),
    }
}
