//! `StringFromSid(sid)`.

use super::{Function, example, required, word};

pub(super) static STRING_FROM_SID: Function = Function {
    name: "StringFromSid",
    parameters: &[required("sid")],
    summary: "The text form of a security identifier. It cannot be simulated here.",
    assumed: "",
    examples: &[example(r#"IIF("a"="a", "x", StringFromSid([objectSid]))"#, "x")],
    reading: |words| format!("the text form of {}", word(words, 0)),
    call: |arguments| Err(arguments.not_simulated()),
};
