//! `Len(string)`.

use super::super::dotnet::units;
use super::super::value::Value;
use super::{DependsOn, Documented, Function, Keys, ManyAtOnce, Takes, Yields, example, required, word};

pub(super) static LEN: Function = Function {
    name: "Len",
    parameters: &[required("string", Takes::Text)],
    summary: "Returns how many characters a text has, or how many a number has when it is written out.",
    assumed: "Characters are counted in UTF-16 units, so an emoji counts as two. A missing value counts as 0.",
    documented: Documented::ForApplications,
    yields: Yields::Number,
    depends_on: DependsOn::Arguments,
    keys: Keys::Assumed,
    cautions: &[],
    examples: &[example(r#"Len("John Doe")"#, "8"), example("Len(42568.75)", "8"), example("Len([a])", "0")],
    reading: |words| format!("the length of {}", word(words, 0)),
    many: ManyAtOnce::No,
    call: |arguments| {
        let text = arguments.text(0)?;
        Ok(Value::Integer(i64::try_from(units::length(&text)).unwrap_or(i64::MAX)).into())
    },
};
