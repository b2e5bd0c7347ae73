//! `Len(string)`.

use super::super::dotnet::units;
use super::super::value::Value;
use super::{Function, example, required, word};

pub(super) static LEN: Function = Function {
    name: "Len",
    parameters: &[required("string")],
    summary: "How many characters a text has, or the digits of a number.",
    assumed: "Counted in UTF-16 units: an emoji is two. No value counts 0.",
    examples: &[example(r#"Len("John Doe")"#, "8"), example("Len(42568.75)", "8"), example("Len([a])", "0")],
    reading: |words| format!("the length of {}", word(words, 0)),
    call: |arguments| {
        let text = arguments.text(0)?;
        Ok(Value::Integer(i64::try_from(units::length(&text)).unwrap_or(i64::MAX)))
    },
};
