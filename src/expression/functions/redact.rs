//! `Redact(value)`.

use super::{DependsOn, Documented, Function, Keys, ManyAtOnce, Takes, Yields, example, required, word};

pub(super) static REDACT: Function = Function {
    name: "Redact",
    parameters: &[required("value", Takes::Anything)],
    summary: "Returns the value. The provisioning logs show [Redact] instead of it.",
    assumed: "",
    documented: Documented::ForApplications,
    yields: Yields::Anything,
    depends_on: DependsOn::Arguments,
    keys: Keys::Assumed,
    cautions: &[],
    examples: &[example(r#"Redact("secret")"#, "secret")],
    reading: |words| format!("{}, hidden in the provisioning logs", word(words, 0)),
    many: ManyAtOnce::No,
    call: |arguments| arguments.cell(0),
};
