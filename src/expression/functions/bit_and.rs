//! `BitAnd(value1, value2)`.

use super::super::evaluate::Cell;
use super::super::value::Value;
use super::{DependsOn, Documented, Function, Keys, ManyAtOnce, Takes, Yields, example, required, word};

pub(super) static BIT_AND: Function = Function {
    name: "BitAnd",
    parameters: &[required("value1", Takes::Number), required("value2", Takes::Number)],
    summary: "Returns the bits that two whole numbers have in common.",
    assumed: "If the value is missing, so is the result.",
    documented: Documented::ForApplications,
    yields: Yields::Number,
    depends_on: DependsOn::Arguments,
    keys: Keys::Assumed,
    cautions: &[],
    examples: &[example("BitAnd(&HF, &HF7)", "7"), example(r#"BitAnd("12", 10)"#, "8")],
    reading: |words| format!("the bits that {} and {} have in common", word(words, 0), word(words, 1)),
    many: ManyAtOnce::No,
    call: |arguments| {
        let (first, second) = (arguments.integer(0)?, arguments.integer(1)?);
        Ok(first.zip(second).map_or(Cell::Null, |(first, second)| Value::Integer(first & second).into()))
    },
};
