//! `Not(source)`.

use super::super::value::Value;
use super::{Function, example, required, word};

pub(super) static NOT: Function = Function {
    name: "Not",
    parameters: &[required("source")],
    summary: "False for True, and True for anything else.",
    assumed: "The text True is compared as it is spelled.",
    examples: &[example(r#"Not("True")"#, "False"), example(r#"Not("False")"#, "True"), example("Not([a])", "True")],
    reading: |words| format!("the opposite of {}", word(words, 0)),
    call: |arguments| Ok(Value::Boolean(arguments.text(0)? != "True")),
};
