//! `IsNull(expression)`.

use super::super::value::Value;
use super::{Function, example, required, word};

pub(super) static IS_NULL: Function = Function {
    name: "IsNull",
    parameters: &[required("expression")],
    summary: "True if there is no value; an empty text is one.",
    assumed: "",
    examples: &[example("IsNull([mail])", "True"), example(r#"IsNull("")"#, "False")],
    reading: |words| format!("{} is missing", word(words, 0)),
    call: |arguments| Ok(Value::Boolean(arguments.value(0)? == Value::Null)),
};
