//! `RemoveDuplicates(attribute)`.

use super::super::value::Value;
use super::{Function, example, required, word};

pub(super) static REMOVE_DUPLICATES: Function = Function {
    name: "RemoveDuplicates",
    parameters: &[required("attribute")],
    summary: "The values of a multi-valued attribute, each once.",
    assumed: "The first of equal ones stays; case matters. No value yields none.",
    examples: &[example(r#"Join(" ", RemoveDuplicates(Split("a,b,a", ",")))"#, "a b")],
    reading: |words| format!("the different values of {}", word(words, 0)),
    call: |arguments| {
        let Value::List(items) = arguments.value(0)? else { return arguments.value(0) };
        let mut distinct: Vec<Value> = Vec::with_capacity(items.len());
        for item in items {
            if !distinct.contains(&item) {
                distinct.push(item);
            }
        }
        Ok(Value::List(distinct))
    },
};
