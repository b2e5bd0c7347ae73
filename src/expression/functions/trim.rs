//! `Trim(value)`.

use super::super::value::Value;
use super::{Function, example, required, word};

pub(super) static TRIM: Function = Function {
    name: "Trim",
    parameters: &[required("value")],
    summary: "The text without blanks at both ends.",
    assumed: "No value yields an empty text.",
    examples: &[example(r#"Trim(" Test ")"#, "Test")],
    reading: |words| format!("{} without blanks at both ends", word(words, 0)),
    call: |arguments| {
        let text = arguments.text(0)?;
        Ok(Value::text(text.trim()))
    },
};
