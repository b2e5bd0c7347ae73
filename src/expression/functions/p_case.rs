//! `PCase(source, wordSeparators?)`.

use super::super::dotnet::casing;
use super::super::evaluate::Cell;
use super::{
    Case, DependsOn, Documented, Function, Keys, ManyAtOnce, Takes, Yields, example, optional, required, word,
};

pub(super) static P_CASE: Function = Function {
    name: "PCase",
    parameters: &[required("source", Takes::Text), optional("wordSeparators", Takes::Text)],
    summary: "Starts every word with a capital letter and writes the rest in lower case. If you give separators, only they separate words.",
    assumed: "Without separators, words are those of .NET's ToTitleCase: an apostrophe does not end a word. If the value is missing, so is the result.",
    documented: Documented::ForApplications,
    yields: Yields::Text(Case::Mixed),
    depends_on: DependsOn::Arguments,
    keys: Keys::Assumed,
    cautions: &[],
    examples: &[
        example(r#"PCase("PABLO GONSALVES (SECOND)")"#, "Pablo Gonsalves (Second)"),
        example(r#"PCase("PINTO-DE'SILVA", " '-")"#, "Pinto-De'Silva"),
    ],
    reading: |words| format!("{} with a capital letter at the start of every word", word(words, 0)),
    many: ManyAtOnce::No,
    call: |arguments| {
        let Some(text) = arguments.text_or_null(0)? else { return Ok(Cell::Null) };
        let separators = arguments.text(1)?;
        Ok(Cell::owned(match separators.as_ref() {
            "" => casing::title(&text),
            separators => casing::title_between(&text, separators),
        }))
    },
};
