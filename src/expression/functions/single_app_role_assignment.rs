//! `SingleAppRoleAssignment(source)`.

use super::super::value::Value;
use super::{Example, Function, required, word};

pub(super) static SINGLE_APP_ROLE_ASSIGNMENT: Function = Function {
    name: "SingleAppRoleAssignment",
    parameters: &[required("source")],
    summary: "The one application role of a person. With several roles it is not predictable which.",
    assumed: "The first role; none yields no value.",
    examples: &[Example { expression: "SingleAppRoleAssignment([appRoleAssignments])", value: None }],
    reading: |words| format!("the role in {}", word(words, 0)),
    call: |arguments| {
        Ok(match arguments.value(0)? {
            Value::List(items) => items.into_iter().next().unwrap_or_default(),
            single => single,
        })
    },
};
