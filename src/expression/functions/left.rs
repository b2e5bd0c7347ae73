//! `Left(string, numChars)`.

use super::super::dotnet::units;
use super::super::evaluate::Cell;
use super::{Case, DependsOn, Documented, Function, Keys, ManyAtOnce, Takes, Yields, example, required, word};

pub(super) static LEFT: Function = Function {
    name: "Left",
    parameters: &[required("string", Takes::Text), required("numChars", Takes::Number)],
    summary: "Returns the first characters of a text. With a negative number it returns the whole text.",
    assumed: "If the value is missing, the result is an empty text.",
    documented: Documented::ForApplications,
    yields: Yields::Text(Case::Mixed),
    depends_on: DependsOn::Arguments,
    keys: Keys::Assumed,
    cautions: &[],
    examples: &[
        example(r#"Left("John Doe", 3)"#, "Joh"),
        example(r#"Left("John Doe", -1)"#, "John Doe"),
        example("Left([a], 3)", ""),
    ],
    reading: |words| format!("the first {} characters of {}", word(words, 1), word(words, 0)),
    many: ManyAtOnce::No,
    call: |arguments| {
        let text = arguments.text(0)?;
        let count = arguments.integer(1)?.unwrap_or_default();
        Ok(match usize::try_from(count) {
            Ok(count) => Cell::owned(units::slice(&text, 0, count)),
            Err(_) => Cell::Text(text),
        })
    },
};
