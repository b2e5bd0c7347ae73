//! `AppRoleAssignments(source)`.

use super::{Function, example, required, word};

pub(super) static APP_ROLE_ASSIGNMENTS: Function = Function {
    name: "AppRoleAssignments",
    parameters: &[required("source")],
    summary: "The application roles of a person, in the old form. It cannot be simulated here.",
    assumed: "",
    examples: &[example(r#"IIF("a"="a", "x", AppRoleAssignments([appRoleAssignments]))"#, "x")],
    reading: |words| format!("the roles in {}", word(words, 0)),
    call: |arguments| Err(arguments.not_simulated()),
};
