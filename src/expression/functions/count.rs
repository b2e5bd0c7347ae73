//! `Count(attribute)`.

use super::super::value::Value;
use super::{Function, example, required, word};

pub(super) static COUNT: Function = Function {
    name: "Count",
    parameters: &[required("attribute")],
    summary: "How many values a multi-valued attribute has.",
    assumed: "No value counts 0, a single one 1.",
    examples: &[
        example(r#"Count(Split("a,b", ","))"#, "2"),
        example("Count([proxyAddresses])", "0"),
        example(r#"Count("a")"#, "1"),
    ],
    reading: |words| format!("the number of values in {}", word(words, 0)),
    call: |arguments| {
        let count = match arguments.value(0)? {
            Value::Null => 0,
            Value::List(items) => items.len(),
            _ => 1,
        };
        Ok(Value::Integer(i64::try_from(count).unwrap_or(i64::MAX)))
    },
};
