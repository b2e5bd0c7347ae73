//! A012.

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::expression::functions::RoleForm;
use crate::lint::{Check, Field, Finding, HoldsFor, Row, Rule};

pub(super) static RULE: Rule = Rule {
    code: "A012",
    name: "roles-into-one-value",
    severity: Severity::Error,
    holds_for: HoldsFor::TargetsWith(Capability::Scim),
    checks: "All roles of a person go to the multi-valued attribute roles.",
    why: "In an attribute with one value the roles are lost, or the request fails.",
    example: "AppRoleAssignmentsComplex([appRoleAssignments]) → title.",
    remedy: "Map them to roles, which you add by hand as a multi-valued attribute. Or use SingleAppRoleAssignment.",
    source: "entra-docs, customize-application-attributes: provisioning a role to a SCIM app",
    check: Check::Mapping(|row, findings| {
        let Row { mapping, .. } = *row;
        let all = row.returns_roles(RoleForm::Added) || row.returns_roles(RoleForm::Replacing);
        let root = mapping.target_attribute.split(['[', '.']).next().unwrap_or_default();
        if all && (root != "roles" || mapping.target_attribute != root) {
            let place = row.place(Field::TargetAttribute);
            let message = format!("{} does not accept a list of roles.", mapping.target_attribute);
            findings.push(Finding::new(place, Some(&mapping.target_attribute), message));
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, expression, fires, mapping, silent};

    const RULE: &str = "roles-into-one-value";

    #[test]
    fn a_list_of_roles_needs_roles() {
        let all = || expression("AssertiveAppRoleAssignmentsComplex([appRoleAssignments])");
        fires(&changed(|plan| mapping(plan, "title").source = all()), RULE);
        let to_roles = changed(|plan| {
            let title = mapping(plan, "title");
            title.source = all();
            title.target_attribute = "roles".to_owned();
        });
        silent(&to_roles, RULE);
    }
}
