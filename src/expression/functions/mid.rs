//! `Mid(source, start, length)`.

use super::super::dotnet::units;
use super::super::evaluate::Cell;
use super::{Case, DependsOn, Documented, Function, Keys, ManyAtOnce, Takes, Yields, example, required, word};

pub(super) static MID: Function = Function {
    name: "Mid",
    parameters: &[required("source", Takes::Text), required("start", Takes::Number), required("length", Takes::Number)],
    summary: "Returns part of a text from a position, counted from 1.",
    assumed: "A position below 1 and a negative length fail. A position beyond the end gives an empty text, and so does a missing value.",
    documented: Documented::ForApplications,
    yields: Yields::Text(Case::Mixed),
    depends_on: DependsOn::Arguments,
    keys: Keys::Published(&["source", "start", "length"]),
    cautions: &[],
    examples: &[
        example(r#"Mid("abcdef", 3, 99)"#, "cdef"),
        example(r#"Mid("abcdef", "1", "1")"#, "a"),
        example(r#"Mid("abc", 9, 1)"#, ""),
    ],
    reading: |words| format!("{} characters of {} from position {}", word(words, 2), word(words, 0), word(words, 1)),
    many: ManyAtOnce::No,
    call: |arguments| {
        let text = arguments.text(0)?;
        let (start, length) = (arguments.integer(1)?.unwrap_or(1), arguments.integer(2)?.unwrap_or_default());
        let start = start.checked_sub(1).and_then(|start| usize::try_from(start).ok());
        let start = start.ok_or_else(|| arguments.failure("positions are counted from 1"))?;
        let length = usize::try_from(length).map_err(|_| arguments.failure("the length must not be negative"))?;
        Ok(Cell::owned(units::slice(&text, start, length)))
    },
};
