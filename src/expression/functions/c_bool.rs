//! `CBool(expression)`.

use super::super::value::Value;
use super::{Function, example, required, word};

pub(super) static C_BOOL: Function = Function {
    name: "CBool",
    parameters: &[required("expression")],
    summary: "True or False: of a comparison, of a number that is not zero, of the texts True and False.",
    assumed: "Any other text fails. No value yields none.",
    examples: &[
        example(r#"CBool("a" = "a")"#, "True"),
        example("CBool(0)", "False"),
        example(r#"CBool("true")"#, "True"),
    ],
    reading: |words| format!("{} as True or False", word(words, 0)),
    call: |arguments| match arguments.value(0)? {
        Value::Null => Ok(Value::Null),
        Value::Integer(number) => Ok(Value::Boolean(number != 0)),
        Value::Decimal(digits) => Ok(Value::Boolean(digits.contains(|digit: char| ('1'..='9').contains(&digit)))),
        value => match value.to_boolean() {
            Some(value) => Ok(Value::Boolean(value)),
            None => Err(arguments.failure(format!("“{value}” is neither True nor False nor a number"))),
        },
    },
};
