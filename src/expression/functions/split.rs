//! `Split(source, delimiter)`.

use super::super::value::Value;
use super::{Function, example, required, word};

pub(super) static SPLIT: Function = Function {
    name: "Split",
    parameters: &[required("source"), required("delimiter")],
    summary: "The pieces of a text between the delimiters, as several values.",
    assumed: "Blanks around the pieces are taken off; the delimiter is taken whole. No value yields no pieces.",
    examples: &[example(r#"Count(Split("a, b", ","))"#, "2"), example(r#"Item(Split("a, b", ","), 2)"#, "b")],
    reading: |words| format!("{} split at {}", word(words, 0), word(words, 1)),
    call: |arguments| {
        let Some(text) = arguments.text_or_null(0)? else { return Ok(Value::List(Vec::new())) };
        let delimiter = arguments.text(1)?;
        if delimiter.is_empty() {
            return Ok(Value::List(vec![Value::text(text.trim())]));
        }
        Ok(Value::List(text.split(&delimiter).map(|piece| Value::text(piece.trim())).collect()))
    },
};
