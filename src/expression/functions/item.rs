//! `Item(attribute, index)`.

use super::super::evaluate::Cell;
use super::super::value::Value;
use super::{DependsOn, Documented, Function, Keys, ManyAtOnce, Takes, Yields, example, required, word};

pub(super) static ITEM: Function = Function {
    name: "Item",
    parameters: &[required("attribute", Takes::Anything), required("index", Takes::Number)],
    summary: "Returns one value of a multi-valued attribute, counted from 1.",
    assumed: "A position that does not exist fails, and so does 0. A single value is a list of one. If the value is missing, so is the result.",
    documented: Documented::ForApplications,
    yields: Yields::Anything,
    depends_on: DependsOn::Arguments,
    keys: Keys::Assumed,
    cautions: &[],
    examples: &[example(r#"Item(Split("a,b", ","), 2)"#, "b")],
    reading: |words| format!("value {} of {}", word(words, 1), word(words, 0)),
    many: ManyAtOnce::No,
    call: |arguments| {
        let value = arguments.value(0)?;
        let Some(index) = arguments.integer(1)? else { return Ok(Cell::Null) };
        let items = match value {
            Value::Null => return Ok(Cell::Null),
            Value::List(items) => items,
            single => vec![single],
        };
        let count = items.len();
        let place = index.checked_sub(1).and_then(|place| usize::try_from(place).ok());
        place.and_then(|place| items.into_iter().nth(place)).map(Cell::from).ok_or_else(|| {
            let there = match count {
                0 => "The list is empty".to_owned(),
                1 => "The only position is 1".to_owned(),
                _ => format!("Positions run from 1 to {count}"),
            };
            arguments.failure(format!("position {index} does not exist. {there}"))
        })
    },
};
