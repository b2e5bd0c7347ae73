//! A004.

use crate::expression::Severity;
use crate::lint::{Check, Field, Fix, HoldsFor, Rule};
use crate::plan::{Edit, ProvisionScope};

pub(super) static RULE: Rule = Rule {
    code: "A004",
    name: "role-with-sync-all",
    severity: Severity::Error,
    holds_for: HoldsFor::EveryTarget,
    checks: "Role functions are used with assigned users only.",
    why: "People who are not assigned have no role, so the attribute stays empty.",
    example: "SingleAppRoleAssignment with Scope: Sync all users and groups.",
    remedy: "Set Scope to Sync only assigned users and groups.",
    source: "entra-docs, customize-application-attributes: provisioning a role to a SCIM app",
    check: Check::Mapping(|row, findings| {
        if row.context.plan.provision == ProvisionScope::All && row.calls_role_function() {
            let edit = Edit::SetProvisionScope { scope: ProvisionScope::Assigned };
            findings.push(
                row.finding(
                    Field::Expression,
                    "Role functions need assigned users, but Scope is Sync all users and groups.",
                )
                .fixed_by(Fix::unsafe_("Sync only assigned users and groups", vec![edit])),
            );
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, expression, fires_and_mends, mapping, silent};
    use crate::plan::ProvisionScope;

    const RULE: &str = "role-with-sync-all";

    #[test]
    fn roles_come_with_assignments() {
        let with = |provision| {
            changed(|plan| {
                mapping(plan, "title").source = expression("SingleAppRoleAssignment([appRoleAssignments])");
                plan.provision = provision;
            })
        };
        silent(&with(ProvisionScope::Assigned), RULE);
        fires_and_mends(&with(ProvisionScope::All), RULE);
    }
}
