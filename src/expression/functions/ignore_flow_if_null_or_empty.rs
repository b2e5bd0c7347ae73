//! `IgnoreFlowIfNullOrEmpty(expression)`.

use super::super::failure::Stop;
use super::{Caution, DependsOn, Documented, Function, Keys, ManyAtOnce, Takes, Yields, example, required, word};

pub(super) static IGNORE_FLOW_IF_NULL_OR_EMPTY: Function = Function {
    name: "IgnoreFlowIfNullOrEmpty",
    parameters: &[required("expression", Takes::Anything)],
    summary: "Returns the value. If there is no value or an empty text, the attribute is left out of the request and the target keeps what it has.",
    assumed: "",
    documented: Documented::ForApplications,
    yields: Yields::Anything,
    depends_on: DependsOn::Arguments,
    keys: Keys::Assumed,
    cautions: &[Caution::Condition],
    examples: &[example(r#"IgnoreFlowIfNullOrEmpty("a")"#, "a")],
    reading: |words| format!("{}, or nothing is sent if that is empty", word(words, 0)),
    many: ManyAtOnce::No,
    call: |arguments| {
        let value = arguments.cell(0)?;
        if value.is_null_or_empty() { Err(Stop::Ignored) } else { Ok(value) }
    },
};
