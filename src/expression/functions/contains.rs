//! `Contains(attribute, value)`.

use super::{Function, example, required, word};

pub(super) static CONTAINS: Function = Function {
    name: "Contains",
    parameters: &[required("attribute"), required("value")],
    summary: "Whether a multi-valued attribute holds a value. It cannot be simulated here.",
    assumed: "",
    examples: &[example(r#"IIF("a"="a", "x", Contains([proxyAddresses], "a"))"#, "x")],
    reading: |words| format!("whether {} holds {}", word(words, 0), word(words, 1)),
    call: |arguments| Err(arguments.not_simulated()),
};
