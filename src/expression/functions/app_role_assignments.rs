//! `AppRoleAssignments(source)`.

use super::{DependsOn, Documented, Function, Keys, ManyAtOnce, RoleForm, Takes, Yields, example, required, word};

pub(super) static APP_ROLE_ASSIGNMENTS: Function = Function {
    name: "AppRoleAssignments",
    parameters: &[required("source", Takes::Anything)],
    summary: "Returns the application roles of a person in the old form. It cannot be simulated here.",
    assumed: "",
    documented: Documented::Elsewhere,
    yields: Yields::Roles(RoleForm::Old),
    depends_on: DependsOn::Arguments,
    keys: Keys::Published(&["source"]),
    cautions: &[],
    examples: &[example(r#"IIF("a"="a", "x", AppRoleAssignments([appRoleAssignments]))"#, "x")],
    reading: |words| format!("the roles in {}", word(words, 0)),
    many: ManyAtOnce::No,
    call: |arguments| Err(arguments.not_simulated()),
};
