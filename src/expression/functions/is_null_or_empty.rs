//! `IsNullOrEmpty(expression)`.

use super::super::value::Value;
use super::{Function, example, required, word};

pub(super) static IS_NULL_OR_EMPTY: Function = Function {
    name: "IsNullOrEmpty",
    parameters: &[required("expression")],
    summary: "True if there is no value or an empty text.",
    assumed: "",
    examples: &[example("IsNullOrEmpty([mail])", "True"), example(r#"IsNullOrEmpty("")"#, "True")],
    reading: |words| format!("{} is missing or empty", word(words, 0)),
    call: |arguments| Ok(Value::Boolean(arguments.value(0)?.is_null_or_empty())),
};
