//! `Word(string, wordNumber, delimiters)`.

use super::super::value::Value;
use super::{Function, example, required, word};

pub(super) static WORD: Function = Function {
    name: "Word",
    parameters: &[required("string"), required("wordNumber"), required("delimiters")],
    summary: "One word of a text, counted from 1; each character of the delimiters ends a word.",
    assumed: "Empty words are not counted.",
    examples: &[example(r#"Word("The quick brown fox", 3, " ")"#, "brown"), example(r#"Word("a b", 5, " ")"#, "")],
    reading: |words| format!("word {} of {} between {}", word(words, 1), word(words, 0), word(words, 2)),
    call: |arguments| {
        let text = arguments.text(0)?;
        let number = arguments.integer(1)?.unwrap_or_default();
        let delimiters = arguments.text(2)?;
        let place = number.checked_sub(1).and_then(|place| usize::try_from(place).ok());
        let mut words = text.split(|one: char| delimiters.contains(one)).filter(|word| !word.is_empty());
        Ok(Value::text(place.and_then(|place| words.nth(place)).unwrap_or_default()))
    },
};
