//! `Count(attribute)`.

use super::super::evaluate::Cell;
use super::super::value::Value;
use super::{DependsOn, Documented, Function, Keys, ManyAtOnce, Takes, Yields, example, required, word};

pub(super) static COUNT: Function = Function {
    name: "Count",
    parameters: &[required("attribute", Takes::Anything)],
    summary: "Returns how many values a multi-valued attribute has.",
    assumed: "A missing value counts as 0, and a single value as 1.",
    documented: Documented::ForApplications,
    yields: Yields::Number,
    depends_on: DependsOn::Arguments,
    keys: Keys::Assumed,
    cautions: &[],
    examples: &[
        example(r#"Count(Split("a,b", ","))"#, "2"),
        example("Count([proxyAddresses])", "0"),
        example(r#"Count("a")"#, "1"),
    ],
    reading: |words| format!("the number of values in {}", word(words, 0)),
    many: ManyAtOnce::No,
    call: |arguments| {
        let count = match arguments.cell(0)? {
            Cell::Null => 0,
            Cell::Other(value) => {
                if let Value::List(items) = value.as_ref() {
                    items.len()
                } else {
                    1
                }
            }
            Cell::Text(_) => 1,
        };
        Ok(Value::Integer(i64::try_from(count).unwrap_or(i64::MAX)).into())
    },
};
