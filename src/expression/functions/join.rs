//! `Join(separator, source…)`.

use std::borrow::Cow;

use super::super::evaluate::Cell;
use super::super::value::Value;
use super::{
    Case, DependsOn, Documented, Function, Keys, ManyAtOnce, Takes, Yields, example, listed, repeating, required, word,
};

pub(super) static JOIN: Function = Function {
    name: "Join",
    parameters: &[required("separator", Takes::Text), repeating("source", Takes::Anything)],
    summary: "Joins texts with a separator and leaves out missing and empty ones.",
    assumed: "If there is nothing to join, the result is an empty text.",
    documented: Documented::ForApplications,
    yields: Yields::Text(Case::Mixed),
    depends_on: DependsOn::Arguments,
    keys: Keys::Published(&["separator", "source"]),
    cautions: &[],
    examples: &[
        example(r#"Join(" ", "Anna", "", "Müller")"#, "Anna Müller"),
        example(r#"Join(", ", [surname], "Anna")"#, "Anna"),
        example(r#"Join("", 1000, "a")"#, "1000a"),
    ],
    reading: |words| {
        let sources = words.get(1..).unwrap_or_default();
        format!("{}, joined with {}", listed(sources), word(words, 0))
    },
    many: ManyAtOnce::Joined,
    call: |arguments| {
        let separator = arguments.text(0)?;
        let mut joined = Cow::Borrowed("");
        for index in 1..arguments.count() {
            match arguments.cell(index)? {
                Cell::Null => {}
                Cell::Text(text) => add(&mut joined, text, &separator),
                Cell::Other(value) => match value.as_ref() {
                    Value::List(items) => {
                        for item in items {
                            add(&mut joined, item.to_text_or_empty().into(), &separator);
                        }
                    }
                    one => add(&mut joined, one.to_text_or_empty().into(), &separator),
                },
            }
        }
        Ok(Cell::Text(joined))
    },
};

/// Bytes reserved beyond the first two parts.
const SLACK: usize = 24;

/// Adds a part that is not empty. A single one stays borrowed.
fn add<'a>(joined: &mut Cow<'a, str>, part: Cow<'a, str>, separator: &str) {
    if part.is_empty() {
        return;
    }
    if joined.is_empty() {
        *joined = part;
        return;
    }
    // One allocation for all that usually follows.
    let mut text = match std::mem::take(joined) {
        Cow::Owned(text) => text,
        Cow::Borrowed(text) => {
            let mut owned = String::with_capacity(text.len() + separator.len() + part.len() + SLACK);
            owned.push_str(text);
            owned
        }
    };
    text.push_str(separator);
    text.push_str(&part);
    *joined = Cow::Owned(text);
}
