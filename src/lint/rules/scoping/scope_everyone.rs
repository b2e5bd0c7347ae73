//! S009.

use crate::expression::Severity;
use crate::lint::{Field, Finding, Fix, Place, Rule};
use crate::plan::{Edit, ObjectKind, ProvisionScope};

pub(in super::super) static SCOPE_EVERYONE: Rule = Rule {
    code: "S009",
    name: "scope-everyone",
    severity: Severity::Warning,
    checks: "Assignment or a scoping filter decides who is provisioned.",
    why: "Every user of the tenant gets an account, guests and service accounts included.",
    example: "Scope: Sync all users and groups, without a filter.",
    remedy: "Sync only assigned users and groups, or add a scoping filter.",
    source: "entra-docs, define-conditional-rules-for-provisioning-user-accounts",
    check: |context, findings| {
        let filtered =
            context.plan.object_mapping(ObjectKind::User).is_none_or(|users| !users.scoping_filters.is_empty());
        if context.plan.provision == ProvisionScope::All && !filtered {
            let edit = Edit::SetProvisionScope { scope: ProvisionScope::Assigned };
            findings.push(
                Finding::new(Place::setting(Field::ProvisionScope), None, "Everyone of the tenant is provisioned.")
                    .fixed_by(Fix::unsafe_("Sync only assigned users and groups", vec![edit])),
            );
        }
    },
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, fires_and_mends, reference, scoped, silent};
    use crate::plan::ProvisionScope;

    const RULE: &str = "scope-everyone";

    #[test]
    fn everyone_is_too_many() {
        silent(&reference(), RULE);
        fires_and_mends(&changed(|plan| plan.provision = ProvisionScope::All), RULE);
        let mut plan = scoped(&[("department", "EQUALS", "Sales")]);
        plan.provision = ProvisionScope::All;
        silent(&plan, RULE);
    }
}
