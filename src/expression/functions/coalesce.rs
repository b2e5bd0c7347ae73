//! `Coalesce(source…)`.

use super::super::value::Value;
use super::{Example, Function, example, listed, repeating};

pub(super) static COALESCE: Function = Function {
    name: "Coalesce",
    parameters: &[repeating("source")],
    summary: "Yields the first argument that has a value.",
    assumed: "Only a missing value is skipped; an empty text counts as a value.",
    examples: &[
        example(r#"Coalesce([mail], "nobody@contoso.com")"#, "nobody@contoso.com"),
        example(r#"Coalesce("", "b")"#, ""),
        Example { expression: "Coalesce([mail], [otherMail])", value: None },
    ],
    reading: |words| format!("the first that has a value of {}", listed(words)),
    call: |arguments| {
        for index in 0..arguments.count() {
            let value = arguments.value(index)?;
            if value != Value::Null {
                return Ok(value);
            }
        }
        Ok(Value::Null)
    },
};
