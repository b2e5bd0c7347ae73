//! `IsNothing(source)`.

use super::super::value::Value;
use super::{Function, example, required, word};

pub(super) static IS_NOTHING: Function = Function {
    name: "IsNothing",
    parameters: &[required("source")],
    summary: "True where there is no value, or an empty text.",
    assumed: "The same as IsNullOrEmpty.",
    examples: &[example(r#"IsNothing("")"#, "True"), example("IsNothing([a])", "True")],
    reading: |words| format!("whether {} is empty", word(words, 0)),
    call: |arguments| Ok(Value::Boolean(arguments.value(0)?.is_null_or_empty())),
};
