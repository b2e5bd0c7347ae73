//! `SelectUniqueValue(rule1, rule2, rule…)`.

use super::super::dotnet::casing;
use super::{DependsOn, Documented, Function, Keys, ManyAtOnce, Takes, Yields, example, listed, repeating, required};

pub(super) static SELECT_UNIQUE_VALUE: Function = Function {
    name: "SelectUniqueValue",
    parameters: &[required("rule1", Takes::Text), repeating("rule", Takes::Text)],
    summary: "Returns the first value that nobody in the target has yet. It works only for provisioning from HR into Active Directory.",
    assumed: "Letter case does not matter when values are compared. A rule without a value is skipped. If every value is already taken, it fails.",
    documented: Documented::ForHr,
    yields: Yields::Anything,
    depends_on: DependsOn::Target,
    keys: Keys::Assumed,
    cautions: &[],
    examples: &[example(r#"SelectUniqueValue("a", "b")"#, "a")],
    reading: |words| format!("the first of {} that is free", listed(words)),
    many: ManyAtOnce::No,
    call: |arguments| {
        for index in 0..arguments.count() {
            let value = arguments.value(index)?;
            if value.is_null_or_empty() {
                continue;
            }
            let text = casing::lower(value.to_text_or_empty().into(), "");
            if arguments.environment().taken.iter().all(|taken| casing::lower(taken.into(), "") != text) {
                return Ok(value.into());
            }
        }
        Err(arguments.failure("every value is already taken"))
    },
};
