//! `IsPresent(expression)`.

use super::super::value::Value;
use super::{Function, example, required, word};

pub(super) static IS_PRESENT: Function = Function {
    name: "IsPresent",
    parameters: &[required("expression")],
    summary: "True if there is a value that is not an empty text.",
    assumed: "",
    examples: &[example("IsPresent([mail])", "False"), example(r#"IsPresent("a")"#, "True")],
    reading: |words| format!("{} has a value", word(words, 0)),
    call: |arguments| Ok(Value::Boolean(!arguments.value(0)?.is_null_or_empty())),
};
