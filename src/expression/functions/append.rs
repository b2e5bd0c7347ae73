//! `Append(source, suffix)`.

use super::super::value::Value;
use super::{Function, example, required, word};

pub(super) static APPEND: Function = Function {
    name: "Append",
    parameters: &[required("source"), required("suffix")],
    summary: "Puts a suffix behind a text.",
    assumed: "No value counts as an empty text.",
    examples: &[
        example(r#"Append("anna", "@contoso.com")"#, "anna@contoso.com"),
        example(r#"Append([mailNickname], "@contoso.com")"#, "@contoso.com"),
    ],
    reading: |words| format!("{} followed by {}", word(words, 0), word(words, 1)),
    call: |arguments| Ok(Value::Text(arguments.text(0)? + &arguments.text(1)?)),
};
