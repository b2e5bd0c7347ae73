//! `SelectUniqueValue(rule1, rule2, rule…)`.

use super::super::dotnet::casing;
use super::{Function, example, listed, repeating, required};

pub(super) static SELECT_UNIQUE_VALUE: Function = Function {
    name: "SelectUniqueValue",
    parameters: &[required("rule1"), repeating("rule")],
    summary: "The first value that nobody in the target has yet. Only for provisioning from HR into Active Directory.",
    assumed: "Values are compared without case; a rule without a value is passed over. Where all are taken it fails.",
    examples: &[example(r#"SelectUniqueValue("a", "b")"#, "a")],
    reading: |words| format!("the first of {} that is free", listed(words)),
    call: |arguments| {
        for index in 0..arguments.count() {
            let value = arguments.value(index)?;
            if value.is_null_or_empty() {
                continue;
            }
            let text = casing::lower(&value.to_text_or_empty(), "");
            if arguments.evaluator.environment.taken.iter().all(|taken| casing::lower(taken, "") != text) {
                return Ok(value);
            }
        }
        Err(arguments.failure("every value is taken"))
    },
};
