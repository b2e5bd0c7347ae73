//! `Contains(attribute, value)`.

use super::{DependsOn, Documented, Function, Keys, ManyAtOnce, Takes, Yields, example, required, word};

pub(super) static CONTAINS: Function = Function {
    name: "Contains",
    parameters: &[required("attribute", Takes::Anything), required("value", Takes::Text)],
    summary: "Tells whether a multi-valued attribute contains a value. It cannot be simulated here.",
    assumed: "",
    documented: Documented::Elsewhere,
    yields: Yields::Boolean,
    depends_on: DependsOn::Arguments,
    keys: Keys::Assumed,
    cautions: &[],
    examples: &[example(r#"IIF("a"="a", "x", Contains([proxyAddresses], "a"))"#, "x")],
    reading: |words| format!("whether {} contains {}", word(words, 0), word(words, 1)),
    many: ManyAtOnce::No,
    call: |arguments| Err(arguments.not_simulated()),
};
