//! `Join(separator, source…)`.

use super::super::value::Value;
use super::{Function, example, listed, repeating, required, word};

pub(super) static JOIN: Function = Function {
    name: "Join",
    parameters: &[required("separator"), repeating("source")],
    summary: "Joins texts with a separator; missing and empty ones are left out.",
    assumed: "Nothing to join yields an empty text.",
    examples: &[
        example(r#"Join(" ", "Anna", "", "Müller")"#, "Anna Müller"),
        example(r#"Join(", ", [surname], "Anna")"#, "Anna"),
        example(r#"Join("", 1000, "a")"#, "1000a"),
    ],
    reading: |words| {
        let sources = words.get(1..).unwrap_or_default();
        format!("{}, joined with {}", listed(sources), word(words, 0))
    },
    call: |arguments| {
        let separator = arguments.text(0)?;
        let mut texts = Vec::new();
        for index in 1..arguments.count() {
            match arguments.value(index)? {
                Value::List(items) => texts.extend(items.iter().map(Value::to_text_or_empty)),
                value => texts.push(value.to_text_or_empty()),
            }
        }
        texts.retain(|text| !text.is_empty());
        Ok(Value::Text(texts.join(&separator)))
    },
};
