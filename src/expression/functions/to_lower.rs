//! `ToLower(source, culture?)`.

use super::super::dotnet::casing;
use super::super::value::Value;
use super::{Function, example, optional, required, word};

pub(super) static TO_LOWER: Function = Function {
    name: "ToLower",
    parameters: &[required("source"), optional("culture")],
    summary: "Turns a text into lower case.",
    assumed: "No value yields an empty text. Only Turkish and Azerbaijani differ from the invariant culture, in the letter i.",
    examples: &[example(r#"ToLower("Straße Nr. 5")"#, "straße nr. 5"), example("ToLower([a], )", "")],
    reading: |words| format!("{} in lower case", word(words, 0)),
    call: |arguments| {
        let text = arguments.text(0)?;
        let culture = arguments.text(1)?;
        Ok(Value::Text(casing::lower(&text, &culture)))
    },
};
