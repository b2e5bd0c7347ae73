//! `Word(string, wordNumber, delimiters)`.

use super::super::evaluate::Cell;
use super::{Case, DependsOn, Documented, Function, Keys, ManyAtOnce, Takes, Yields, example, required, word};

pub(super) static WORD: Function = Function {
    name: "Word",
    parameters: &[
        required("string", Takes::Anything),
        required("wordNumber", Takes::Number),
        required("delimiters", Takes::Text),
    ],
    summary: "Returns one word of a text, counted from 1. Each character of the delimiters separates words.",
    assumed: "Empty words are not counted.",
    documented: Documented::ForApplications,
    yields: Yields::Text(Case::Mixed),
    depends_on: DependsOn::Arguments,
    keys: Keys::Assumed,
    cautions: &[],
    examples: &[example(r#"Word("The quick brown fox", 3, " ")"#, "brown"), example(r#"Word("a b", 5, " ")"#, "")],
    reading: |words| format!("word {} of {}, separated by {}", word(words, 1), word(words, 0), word(words, 2)),
    many: ManyAtOnce::No,
    call: |arguments| {
        let text = arguments.text(0)?;
        let number = arguments.integer(1)?.unwrap_or_default();
        let delimiters = arguments.text(2)?;
        let place = number.checked_sub(1).and_then(|place| usize::try_from(place).ok());
        let mut words = text.split(|one: char| delimiters.contains(one)).filter(|word| !word.is_empty());
        Ok(Cell::copied(place.and_then(|place| words.nth(place)).unwrap_or_default()))
    },
};
