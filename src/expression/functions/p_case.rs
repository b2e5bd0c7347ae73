//! `PCase(source, wordSeparators?)`.

use super::super::dotnet::casing;
use super::super::value::Value;
use super::{Function, example, optional, required, word};

pub(super) static P_CASE: Function = Function {
    name: "PCase",
    parameters: &[required("source"), optional("wordSeparators")],
    summary: "Every word with a capital and the rest in lower case. With separators only they end a word.",
    assumed: "Without separators words end as in .NET's ToTitleCase: not at an apostrophe. No value yields none.",
    examples: &[
        example(r#"PCase("PABLO GONSALVES (SECOND)")"#, "Pablo Gonsalves (Second)"),
        example(r#"PCase("PINTO-DE'SILVA", " '-")"#, "Pinto-De'Silva"),
    ],
    reading: |words| format!("{} with every word capitalised", word(words, 0)),
    call: |arguments| {
        let Some(text) = arguments.text_or_null(0)? else { return Ok(Value::Null) };
        let separators = arguments.text(1)?;
        Ok(Value::Text(match separators.as_str() {
            "" => casing::title(&text),
            separators => casing::title_between(&text, separators),
        }))
    },
};
