//! `Error(message)`.

use super::{DependsOn, Documented, Function, Keys, ManyAtOnce, Takes, Yields, example, required, word};

pub(super) static ERROR: Function = Function {
    name: "Error",
    parameters: &[required("message", Takes::Text)],
    summary: "Fails with a message, so that the person is not provisioned.",
    assumed: "It fails only if its value is needed.",
    documented: Documented::Elsewhere,
    yields: Yields::Anything,
    depends_on: DependsOn::Arguments,
    keys: Keys::Assumed,
    cautions: &[],
    examples: &[example(r#"IIF("a"="a", "x", Error("never"))"#, "x")],
    reading: |words| format!("a failure with the message {}", word(words, 0)),
    many: ManyAtOnce::No,
    call: |arguments| {
        let message = arguments.text(0)?;
        Err(arguments.failure(message))
    },
};
