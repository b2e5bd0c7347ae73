//! `Split(source, delimiter)`.

use super::super::value::Value;
use super::{DependsOn, Documented, Function, Keys, ManyAtOnce, Takes, Yields, example, required, word};

pub(super) static SPLIT: Function = Function {
    name: "Split",
    parameters: &[required("source", Takes::Text), required("delimiter", Takes::Text)],
    summary: "Splits a text at a delimiter and returns the pieces as several values.",
    assumed: "Spaces around each piece are removed. The delimiter is matched as a whole. If the value is missing, there are no pieces.",
    documented: Documented::ForApplications,
    yields: Yields::List,
    depends_on: DependsOn::Arguments,
    keys: Keys::Published(&["source", "delimiter"]),
    cautions: &[],
    examples: &[example(r#"Count(Split("a, b", ","))"#, "2"), example(r#"Item(Split("a, b", ","), 2)"#, "b")],
    reading: |words| format!("{} split at {}", word(words, 0), word(words, 1)),
    many: ManyAtOnce::No,
    call: |arguments| {
        let Some(text) = arguments.text_or_null(0)? else { return Ok(Value::List(Vec::new()).into()) };
        let delimiter = arguments.text(1)?;
        if delimiter.is_empty() {
            return Ok(Value::List(vec![Value::text(text.trim())]).into());
        }
        Ok(Value::List(text.split(&*delimiter).map(|piece| Value::text(piece.trim())).collect()).into())
    },
};
