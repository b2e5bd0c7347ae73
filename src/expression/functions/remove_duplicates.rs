//! `RemoveDuplicates(attribute)`.

use super::super::value::Value;
use super::{DependsOn, Documented, Function, Keys, ManyAtOnce, Takes, Yields, example, required, word};

pub(super) static REMOVE_DUPLICATES: Function = Function {
    name: "RemoveDuplicates",
    parameters: &[required("attribute", Takes::Anything)],
    summary: "Returns each different value of a multi-valued attribute once.",
    assumed: "The first of several equal values stays. Letter case matters. If the value is missing, so is the result.",
    documented: Documented::ForApplications,
    yields: Yields::List,
    depends_on: DependsOn::Arguments,
    keys: Keys::Assumed,
    cautions: &[],
    examples: &[example(r#"Join(" ", RemoveDuplicates(Split("a,b,a", ",")))"#, "a b")],
    reading: |words| format!("the different values of {}", word(words, 0)),
    many: ManyAtOnce::No,
    call: |arguments| {
        let items = match arguments.value(0)? {
            Value::List(items) => items,
            single => return Ok(single.into()),
        };
        let mut distinct: Vec<Value> = Vec::with_capacity(items.len());
        for item in items {
            if !distinct.contains(&item) {
                distinct.push(item);
            }
        }
        Ok(Value::List(distinct).into())
    },
};
