//! `Redact(value)`.

use super::{Function, example, required, word};

pub(super) static REDACT: Function = Function {
    name: "Redact",
    parameters: &[required("value")],
    summary: "The value; in the provisioning logs [Redact] stands in its place.",
    assumed: "",
    examples: &[example(r#"Redact("secret")"#, "secret")],
    reading: |words| format!("{}, hidden in the logs", word(words, 0)),
    call: |arguments| arguments.value(0),
};
