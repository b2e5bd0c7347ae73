//! `ToUpper(source, culture?)`.

use super::super::failure::EvaluationError;
use super::super::value::Value;
use super::{Function, example, optional, required, word};

pub(super) static TO_UPPER: Function = Function {
    name: "ToUpper",
    parameters: &[required("source"), optional("culture")],
    summary: "Turns a text into upper case.",
    assumed: "No value yields an empty text. A culture other than the invariant one is not simulated.",
    examples: &[example(r#"ToUpper("Straße Nr. 5")"#, "STRAßE NR. 5"), example("ToUpper([a], )", "")],
    reading: |words| format!("{} in upper case", word(words, 0)),
    call: |arguments| {
        let text = arguments.text(0)?;
        let culture = arguments.text(1)?;
        if !culture.is_empty() && !culture.starts_with("en") {
            let what = format!("ToUpper with the culture {culture}");
            return Err(EvaluationError::NotSimulated { what, span: arguments.span() }.into());
        }
        // .NET maps one character to one; what would become several stays.
        let mapped = text.chars().map(|character| {
            let mut upper = character.to_uppercase();
            match (upper.next(), upper.next()) {
                (Some(one), None) => one,
                _ => character,
            }
        });
        Ok(Value::Text(mapped.collect()))
    },
};
