//! `CBool(expression)`.

use super::super::evaluate::Cell;
use super::super::value::Value;
use super::{DependsOn, Documented, Function, Keys, ManyAtOnce, Takes, Yields, example, required, word};

pub(super) static C_BOOL: Function = Function {
    name: "CBool",
    parameters: &[required("expression", Takes::Text)],
    summary: "Returns True or False for a comparison, for a number (True unless it is zero), or for the text True or False.",
    assumed: "Any other text fails. If the value is missing, so is the result.",
    documented: Documented::ForApplications,
    yields: Yields::Boolean,
    depends_on: DependsOn::Arguments,
    keys: Keys::Assumed,
    cautions: &[],
    examples: &[
        example(r#"CBool("a" = "a")"#, "True"),
        example("CBool(0)", "False"),
        example(r#"CBool("true")"#, "True"),
    ],
    reading: |words| format!("{} as True or False", word(words, 0)),
    many: ManyAtOnce::No,
    call: |arguments| match arguments.value(0)? {
        Value::Null => Ok(Cell::Null),
        Value::Integer(number) => Ok(Value::Boolean(number != 0).into()),
        Value::Decimal(digits) => {
            Ok(Value::Boolean(digits.contains(|digit: char| ('1'..='9').contains(&digit))).into())
        }
        value => match value.to_boolean() {
            Some(value) => Ok(Value::Boolean(value).into()),
            None => Err(arguments.failure(format!("“{value}” is not True, False or a number"))),
        },
    },
};
