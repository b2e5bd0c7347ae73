//! `Error(message)`.

use super::{Function, example, required, word};

pub(super) static ERROR: Function = Function {
    name: "Error",
    parameters: &[required("message")],
    summary: "Fails with a message, so that the person is not provisioned.",
    assumed: "It fails only where its value is needed.",
    examples: &[example(r#"IIF("a"="a", "x", Error("never"))"#, "x")],
    reading: |words| format!("a failure saying {}", word(words, 0)),
    call: |arguments| {
        let message = arguments.text(0)?;
        Err(arguments.failure(message))
    },
};
