//! `AssertiveAppRoleAssignmentsComplex(source)`.

use super::{Example, Function, required, word};

pub(super) static ASSERTIVE_APP_ROLE_ASSIGNMENTS_COMPLEX: Function = Function {
    name: "AssertiveAppRoleAssignmentsComplex",
    parameters: &[required("source")],
    summary: "All application roles of a person, in place of the roles the target has. Needs a mapping to the multi-valued attribute roles.",
    assumed: "In an expression alone its value is the list of roles as it is given.",
    examples: &[Example { expression: "AssertiveAppRoleAssignmentsComplex([appRoleAssignments])", value: None }],
    reading: |words| format!("all roles in {}, in place of those there", word(words, 0)),
    call: |arguments| arguments.value(0),
};
