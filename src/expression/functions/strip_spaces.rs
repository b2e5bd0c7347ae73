//! `StripSpaces(source)`.

use super::super::value::Value;
use super::{Function, example, required, word};

pub(super) static STRIP_SPACES: Function = Function {
    name: "StripSpaces",
    parameters: &[required("source")],
    summary: "The text without blanks.",
    assumed: "Only the blank itself (U+0020). No value yields an empty text.",
    examples: &[example(r#"StripSpaces("Anna  Maria")"#, "AnnaMaria")],
    reading: |words| format!("{} without blanks", word(words, 0)),
    call: |arguments| {
        let text = arguments.text(0)?;
        Ok(Value::Text(text.replace(' ', "")))
    },
};
