//! `CRef(value)`.

use super::{Function, example, required, word};

pub(super) static C_REF: Function = Function {
    name: "CRef",
    parameters: &[required("value")],
    summary: "The value as a reference: the same text.",
    assumed: "Its value is that of its argument.",
    examples: &[example(r#"CRef("cn=Joe")"#, "cn=Joe")],
    reading: |words| word(words, 0).to_owned(),
    call: |arguments| arguments.value(0),
};
