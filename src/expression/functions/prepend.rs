//! `Prepend(prefix, source)`.

use super::super::value::Value;
use super::{Function, example, required, word};

pub(super) static PREPEND: Function = Function {
    name: "Prepend",
    parameters: &[required("prefix"), required("source")],
    summary: "The prefix followed by the source.",
    assumed: "No value counts as an empty text.",
    examples: &[example(r#"Prepend("smtp:", "a@contoso.com")"#, "smtp:a@contoso.com")],
    reading: |words| format!("{} followed by {}", word(words, 0), word(words, 1)),
    call: |arguments| {
        let prefix = arguments.text(0)?;
        Ok(Value::Text(prefix + &arguments.text(1)?))
    },
};
