//! `StringFromSid(sid)`.

use super::{Case, DependsOn, Documented, Function, Keys, ManyAtOnce, Takes, Yields, example, required, word};

pub(super) static STRING_FROM_SID: Function = Function {
    name: "StringFromSid",
    parameters: &[required("sid", Takes::Anything)],
    summary: "Returns the text form of a security identifier. It cannot be simulated here.",
    assumed: "",
    documented: Documented::Elsewhere,
    yields: Yields::Text(Case::Mixed),
    depends_on: DependsOn::Arguments,
    keys: Keys::Assumed,
    cautions: &[],
    examples: &[example(r#"IIF("a"="a", "x", StringFromSid([objectSid]))"#, "x")],
    reading: |words| format!("the text form of {}", word(words, 0)),
    many: ManyAtOnce::No,
    call: |arguments| Err(arguments.not_simulated()),
};
