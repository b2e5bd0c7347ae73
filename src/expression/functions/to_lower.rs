//! `ToLower(source, culture?)`.

use super::super::failure::EvaluationError;
use super::super::value::Value;
use super::{Function, example, optional, required, word};

pub(super) static TO_LOWER: Function = Function {
    name: "ToLower",
    parameters: &[required("source"), optional("culture")],
    summary: "Turns a text into lower case.",
    assumed: "No value yields an empty text. A culture other than the invariant one is not simulated.",
    examples: &[example(r#"ToLower("Straße Nr. 5")"#, "straße nr. 5"), example("ToLower([a], )", "")],
    reading: |words| format!("{} in lower case", word(words, 0)),
    call: |arguments| {
        let text = arguments.text(0)?;
        let culture = arguments.text(1)?;
        if !culture.is_empty() && !culture.starts_with("en") {
            let what = format!("ToLower with the culture {culture}");
            return Err(EvaluationError::NotSimulated { what, span: arguments.span() }.into());
        }
        // .NET maps one character to one; what would become several stays.
        let mapped = text.chars().map(|character| {
            let mut lower = character.to_lowercase();
            match (lower.next(), lower.next()) {
                (Some(one), None) => one,
                _ => character,
            }
        });
        Ok(Value::Text(mapped.collect()))
    },
};
