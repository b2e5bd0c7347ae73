//! `IsString(expression)`.

use super::super::value::Value;
use super::{Function, example, required, word};

pub(super) static IS_STRING: Function = Function {
    name: "IsString",
    parameters: &[required("expression")],
    summary: "True where the value is a text.",
    assumed: "A number, True, False, several values and no value are not.",
    examples: &[example(r#"IsString("a")"#, "True"), example("IsString(12)", "False")],
    reading: |words| format!("whether {} is a text", word(words, 0)),
    call: |arguments| Ok(Value::Boolean(matches!(arguments.value(0)?, Value::Text(_)))),
};
