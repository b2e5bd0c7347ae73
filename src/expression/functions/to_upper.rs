//! `ToUpper(source, culture?)`.

use super::super::dotnet::casing;
use super::super::value::Value;
use super::{Function, example, optional, required, word};

pub(super) static TO_UPPER: Function = Function {
    name: "ToUpper",
    parameters: &[required("source"), optional("culture")],
    summary: "Turns a text into upper case.",
    assumed: "No value yields an empty text. Only Turkish and Azerbaijani differ from the invariant culture, in the letter i.",
    examples: &[example(r#"ToUpper("Straße Nr. 5")"#, "STRAßE NR. 5"), example("ToUpper([a], )", "")],
    reading: |words| format!("{} in upper case", word(words, 0)),
    call: |arguments| {
        let text = arguments.text(0)?;
        let culture = arguments.text(1)?;
        Ok(Value::Text(casing::upper(&text, &culture)))
    },
};
