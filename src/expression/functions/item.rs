//! `Item(attribute, index)`.

use super::super::value::Value;
use super::{Function, example, required, word};

pub(super) static ITEM: Function = Function {
    name: "Item",
    parameters: &[required("attribute"), required("index")],
    summary: "One value of a multi-valued attribute, counted from 1.",
    assumed: "0 fails, like any place that is not there. A single value is a list of one. No value yields none.",
    examples: &[example(r#"Item(Split("a,b", ","), 2)"#, "b")],
    reading: |words| format!("value {} of {}", word(words, 1), word(words, 0)),
    call: |arguments| {
        let value = arguments.value(0)?;
        let Some(index) = arguments.integer(1)? else { return Ok(Value::Null) };
        let items = match value {
            Value::Null => return Ok(Value::Null),
            Value::List(items) => items,
            single => vec![single],
        };
        let count = items.len();
        let place = index.checked_sub(1).and_then(|place| usize::try_from(place).ok());
        place.and_then(|place| items.into_iter().nth(place)).ok_or_else(|| {
            arguments.failure(format!("there is no value {index} among {count}; they are counted from 1"))
        })
    },
};
