//! `IgnoreFlowIfNullOrEmpty(expression)`.

use super::super::failure::Stop;
use super::{Function, example, required, word};

pub(super) static IGNORE_FLOW_IF_NULL_OR_EMPTY: Function = Function {
    name: "IgnoreFlowIfNullOrEmpty",
    parameters: &[required("expression")],
    summary: "The value; but where there is none, or an empty text, the attribute is left out of the request and the target keeps what it has.",
    assumed: "",
    examples: &[example(r#"IgnoreFlowIfNullOrEmpty("a")"#, "a")],
    reading: |words| format!("{}, or nothing is sent where that is empty", word(words, 0)),
    call: |arguments| {
        let value = arguments.value(0)?;
        if value.is_null_or_empty() { Err(Stop::Ignored) } else { Ok(value) }
    },
};
