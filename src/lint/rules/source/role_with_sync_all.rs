//! A004.

use crate::expression::Severity;
use crate::lint::{Field, Finding, Fix, Place, Rule};
use crate::plan::{Edit, ProvisionScope};

pub(in super::super) static ROLE_WITH_SYNC_ALL: Rule = Rule {
    code: "A004",
    name: "role-with-sync-all",
    severity: Severity::Error,
    checks: "Role functions are used with assigned users only.",
    why: "Who is not assigned has no role: the attribute stays empty.",
    example: "SingleAppRoleAssignment with Scope: Sync all users and groups.",
    remedy: "Set Scope to Sync only assigned users and groups.",
    source: "entra-docs, customize-application-attributes: provisioning a role to a SCIM app",
    check: |context, findings| {
        if context.plan.provision != ProvisionScope::All {
            return;
        }
        for (kind, index, mapping) in context.mappings() {
            if context.calls(kind, index).iter().any(|name| name.to_lowercase().contains("approle")) {
                let place = Place::field(kind, index, Field::Expression);
                let edit = Edit::SetProvisionScope { scope: ProvisionScope::Assigned };
                findings.push(
                    Finding::new(place, Some(&mapping.target_attribute), "Roles need assignments; Scope is Sync all.")
                        .fixed_by(Fix::unsafe_("Sync only assigned users and groups", vec![edit])),
                );
            }
        }
    },
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
