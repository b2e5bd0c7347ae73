//! `AppRoleAssignmentsComplex(source)`.

use super::{Example, Function, required, word};

pub(super) static APP_ROLE_ASSIGNMENTS_COMPLEX: Function = Function {
    name: "AppRoleAssignmentsComplex",
    parameters: &[required("source")],
    summary: "All application roles of a person, to be added to the roles the target has. Needs a mapping to the multi-valued attribute roles.",
    assumed: "In an expression alone its value is the list of roles as it is given.",
    examples: &[Example { expression: "AppRoleAssignmentsComplex([appRoleAssignments])", value: None }],
    reading: |words| format!("all roles in {}", word(words, 0)),
    call: |arguments| arguments.value(0),
};
