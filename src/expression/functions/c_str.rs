//! `CStr(value)`.

use super::super::value::Value;
use super::{Function, example, required, word};

pub(super) static C_STR: Function = Function {
    name: "CStr",
    parameters: &[required("value")],
    summary: "The text of a number, a reference, True or False.",
    assumed: "No value yields none.",
    examples: &[example("CStr(12.50)", "12.50"), example(r#"CStr("a"="a")"#, "True")],
    reading: |words| format!("{} as text", word(words, 0)),
    call: |arguments| Ok(arguments.text_or_null(0)?.map_or(Value::Null, Value::Text)),
};
