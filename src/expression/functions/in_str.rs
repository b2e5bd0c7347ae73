//! `InStr(value1, value2, start?, compareType?)`.

use super::super::dotnet::{casing, units};
use super::super::evaluate::Cell;
use super::super::value::Value;
use super::{DependsOn, Documented, Function, Keys, ManyAtOnce, Takes, Yields, example, optional, required, word};

pub(super) static IN_STR: Function = Function {
    name: "InStr",
    parameters: &[
        required("value1", Takes::Text),
        required("value2", Takes::Text),
        optional("start", Takes::Number),
        optional("compareType", Takes::Word(&["vbBinaryCompare", "vbTextCompare"])),
    ],
    summary: "Returns the position of one text in another, counted from 1, or 0 if it is not found.",
    assumed: "Without compareType the search is case-sensitive. An empty text is found at the start. If the value is missing, so is the result.",
    documented: Documented::ForApplications,
    yields: Yields::Number,
    depends_on: DependsOn::Arguments,
    keys: Keys::Assumed,
    cautions: &[],
    examples: &[
        example(r#"InStr("The quick brown fox", "quick")"#, "5"),
        example(r#"InStr("abc", "z")"#, "0"),
        example(r#"InStr("abcabc", "a", 2)"#, "4"),
        example(r#"InStr("ABC", "b", 1, vbTextCompare)"#, "2"),
    ],
    reading: |words| format!("the position of {} in {}", word(words, 1), word(words, 0)),
    many: ManyAtOnce::No,
    call: |arguments| {
        let Some(text) = arguments.text_or_null(0)? else { return Ok(Cell::Null) };
        let Some(wanted) = arguments.text_or_null(1)? else { return Ok(Cell::Null) };
        let start = if arguments.given(2) { arguments.integer(2)?.unwrap_or(1) } else { 1 };
        let Some(skipped) = start.checked_sub(1).and_then(|start| usize::try_from(start).ok()) else {
            return Err(arguments.failure("positions are counted from 1"));
        };
        let in_any_case = arguments.text(3)?.eq_ignore_ascii_case("vbTextCompare");
        let (text, wanted) =
            if in_any_case { (casing::lower(text, ""), casing::lower(wanted, "")) } else { (text, wanted) };
        let found = units::byte_at(&text, skipped).and_then(|byte| {
            let (before, rest) = text.split_at_checked(byte)?;
            rest.find(&*wanted).map(|at| units::length(before) + units::length(&rest[..at]) + 1)
        });
        Ok(Value::Integer(found.map_or(0, |position| i64::try_from(position).unwrap_or(i64::MAX))).into())
    },
};
