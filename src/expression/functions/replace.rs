//! `Replace(source, oldValue, regexPattern, regexGroupName, replacementValue, replacementAttributeName, template)`.

use super::super::failure::EvaluationError;
use super::super::value::Value;
use super::{Example, Function, example, optional, required, word};

const OLD_VALUE: usize = 1;
const PATTERN: usize = 2;
const REPLACEMENT: usize = 4;
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
    summary: "Replaces a text within a text, case-sensitively; or puts the source into a template.",
    assumed: "A source without a value yields none.",
    examples: &[
        example(r#"Replace("fr-FR", "-", , , "_", , )"#, "fr_FR"),
        example(r#"Replace("anna", "{0}", , , , , "{0}@contoso.com")"#, "anna@contoso.com"),
        example(r#"Replace("a.b.c",".",,,"")"#, "abc"),
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
            let span = arguments.node(PATTERN).map_or_else(|| arguments.span(), super::super::Expression::span);
            return Err(EvaluationError::NotSimulated { what: "Replace with a pattern".to_owned(), span }.into());
        }
        let Some(source) = arguments.text_or_null(0)? else { return Ok(Value::Null) };
        let old = arguments.text(OLD_VALUE)?;
        if !arguments.given(OLD_VALUE) || old.is_empty() {
            return Err(arguments.failure("needs a text to replace, as second argument"));
        }
        match (arguments.given(REPLACEMENT), arguments.given(TEMPLATE)) {
            (true, false) => {
                let replacement = arguments.text(REPLACEMENT)?;
                // Checked before it is built: nested calls grow by powers.
                let length = source.len() + source.matches(&old).count().saturating_mul(replacement.len());
                if length > 4 * 65_536 {
                    return Err(EvaluationError::TooLarge { span: arguments.span() }.into());
                }
                Ok(Value::Text(source.replace(&old, &replacement)))
            }
            (false, true) => Ok(Value::Text(arguments.text(TEMPLATE)?.replace(&old, &source))),
            _ => Err(arguments.failure("needs either a replacement (fifth argument) or a template (seventh)")),
        }
    },
};
