//! A011.

use crate::expression::Severity;
use crate::expression::functions::RoleForm;
use crate::lint::{Check, Field, Finding, Fix, HoldsFor, Row, Rule};
use crate::plan::{Edit, MappingSource};

pub(super) static RULE: Rule = Rule {
    code: "A011",
    name: "role-only-added",
    severity: Severity::Warning,
    holds_for: HoldsFor::EveryTarget,
    checks: "A role that is removed in Entra is also removed in the application.",
    why: "AppRoleAssignmentsComplex adds roles and never removes one. A revoked role stays.",
    example: "AppRoleAssignmentsComplex([appRoleAssignments]) → roles.",
    remedy: "Use AssertiveAppRoleAssignmentsComplex. It also removes roles that were assigned in the application \
        itself.",
    source: "entra-docs, customize-application-attributes: provisioning a role to a SCIM app",
    check: Check::Mapping(|row, findings| {
        let Row { kind, index, mapping, .. } = *row;
        if !row.returns_roles(RoleForm::Added) {
            return;
        }
        let expression = "AssertiveAppRoleAssignmentsComplex([appRoleAssignments])".to_owned();
        let edit = Edit::SetSource { kind, index, source: MappingSource::Expression { expression } };
        let place = row.place(Field::Expression);
        let message = "A role that you revoke in Entra stays in the application.";
        findings.push(
            Finding::new(place, Some(&mapping.target_attribute), message)
                .fixed_by(Fix::unsafe_("Use AssertiveAppRoleAssignmentsComplex", vec![edit])),
        );
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, expression, fires_and_mends, mapping, silent};

    const RULE: &str = "role-only-added";

    #[test]
    fn a_revoked_role_has_to_go() {
        let with = |text: &str| changed(|plan| mapping(plan, "title").source = expression(text));
        fires_and_mends(&with("AppRoleAssignmentsComplex([appRoleAssignments])"), RULE);
        silent(&with("SingleAppRoleAssignment([appRoleAssignments])"), RULE);
    }
}
