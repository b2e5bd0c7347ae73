//! `NormalizeDiacritics(source)`.

use super::super::dotnet::diacritics;
use super::super::value::Value;
use super::{Function, example, required, word};

pub(super) static NORMALIZE_DIACRITICS: Function = Function {
    name: "NormalizeDiacritics",
    parameters: &[required("source")],
    summary: "The text without accents and other marks: ë becomes e, ü becomes u, ß becomes ss.",
    assumed: "Letters outside the Latin script stay, and so do đ, ð and þ. No value yields an empty text.",
    examples: &[
        example(r#"NormalizeDiacritics("Zoë Müller")"#, "Zoe Muller"),
        example(r#"NormalizeDiacritics("Łukasz Straße")"#, "Lukasz Strasse"),
    ],
    reading: |words| format!("{} without diacritics", word(words, 0)),
    call: |arguments| {
        let text = arguments.text(0)?;
        Ok(Value::Text(diacritics::without(&text)))
    },
};
