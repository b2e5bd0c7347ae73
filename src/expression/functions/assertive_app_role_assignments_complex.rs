//! `AssertiveAppRoleAssignmentsComplex(source)`.

use super::{
    DependsOn, Documented, Example, Function, Keys, ManyAtOnce, RoleForm, Takes, Yields, handed_over, required, word,
};

pub(super) static ASSERTIVE_APP_ROLE_ASSIGNMENTS_COMPLEX: Function = Function {
    name: "AssertiveAppRoleAssignmentsComplex",
    parameters: &[required("source", Takes::Anything)],
    summary: "Returns all application roles of a person and replaces the roles in the target. Map it to the multi-valued attribute roles.",
    assumed: "Without roles there is no value.",
    documented: Documented::ForApplications,
    yields: Yields::Roles(RoleForm::Replacing),
    depends_on: DependsOn::Arguments,
    keys: Keys::Assumed,
    cautions: &[],
    examples: &[Example { expression: "AssertiveAppRoleAssignmentsComplex([appRoleAssignments])", value: None }],
    reading: |words| format!("all roles in {}, which replace the roles in the target", word(words, 0)),
    many: ManyAtOnce::No,
    call: |arguments| handed_over(arguments, RoleForm::Replacing),
};
