//! `Left(string, numChars)`.

use super::super::dotnet::units;
use super::super::value::Value;
use super::{Function, example, required, word};

pub(super) static LEFT: Function = Function {
    name: "Left",
    parameters: &[required("string"), required("numChars")],
    summary: "The first characters of a text. A negative number takes it whole.",
    assumed: "No value yields an empty text.",
    examples: &[
        example(r#"Left("John Doe", 3)"#, "Joh"),
        example(r#"Left("John Doe", -1)"#, "John Doe"),
        example("Left([a], 3)", ""),
    ],
    reading: |words| format!("the first {} characters of {}", word(words, 1), word(words, 0)),
    call: |arguments| {
        let text = arguments.text(0)?;
        let count = arguments.integer(1)?.unwrap_or_default();
        Ok(Value::Text(usize::try_from(count).map_or_else(|_| text.clone(), |count| units::slice(&text, 0, count))))
    },
};
