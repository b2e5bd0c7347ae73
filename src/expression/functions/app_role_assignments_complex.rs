//! `AppRoleAssignmentsComplex(source)`.

use super::{
    DependsOn, Documented, Example, Function, Keys, ManyAtOnce, RoleForm, Takes, Yields, handed_over, required, word,
};

pub(super) static APP_ROLE_ASSIGNMENTS_COMPLEX: Function = Function {
    name: "AppRoleAssignmentsComplex",
    parameters: &[required("source", Takes::Anything)],
    summary: "Returns all application roles of a person and adds them to the roles in the target. Map it to the multi-valued attribute roles.",
    assumed: "Without roles there is no value.",
    documented: Documented::ForApplications,
    yields: Yields::Roles(RoleForm::Added),
    depends_on: DependsOn::Arguments,
    keys: Keys::Assumed,
    cautions: &[],
    examples: &[Example { expression: "AppRoleAssignmentsComplex([appRoleAssignments])", value: None }],
    reading: |words| format!("all roles in {}", word(words, 0)),
    many: ManyAtOnce::No,
    call: |arguments| handed_over(arguments, RoleForm::Added),
};
