//! `BitAnd(value1, value2)`.

use super::super::value::Value;
use super::{Function, example, required, word};

pub(super) static BIT_AND: Function = Function {
    name: "BitAnd",
    parameters: &[required("value1"), required("value2")],
    summary: "The bits that two whole numbers have in common.",
    assumed: "No value yields none.",
    examples: &[example("BitAnd(&HF, &HF7)", "7"), example(r#"BitAnd("12", 10)"#, "8")],
    reading: |words| format!("the bits that {} and {} have in common", word(words, 0), word(words, 1)),
    call: |arguments| {
        let (first, second) = (arguments.integer(0)?, arguments.integer(1)?);
        Ok(first.zip(second).map_or(Value::Null, |(first, second)| Value::Integer(first & second)))
    },
};
