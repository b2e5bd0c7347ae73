//! S009.

use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, Fix, HoldsFor, Place, Rule};
use crate::plan::{Edit, ObjectKind, ProvisionScope};

pub(super) static RULE: Rule = Rule {
    code: "S009",
    name: "scope-everyone",
    severity: Severity::Warning,
    holds_for: HoldsFor::EveryTarget,
    checks: "Assignment or a scoping filter limits provisioning.",
    why: "Every user of the tenant gets an account, including guests and service accounts.",
    example: "Scope: Sync all users and groups, without a scoping filter.",
    remedy: "Set Scope to Sync only assigned users and groups, or add a scoping filter.",
    source: "entra-docs, define-conditional-rules-for-provisioning-user-accounts",
    check: Check::Settings(|context, findings| {
        let open = context.plan.object_mapping(ObjectKind::User).is_some_and(|users| users.scoping_filters.is_empty());
        if context.plan.provision == ProvisionScope::All && open {
            let edit = Edit::SetProvisionScope { scope: ProvisionScope::Assigned };
            let message = "Everyone in the tenant is provisioned.";
            findings.push(
                Finding::new(Place::setting(Field::ProvisionScope), None, message)
                    .fixed_by(Fix::unsafe_("Sync only assigned users and groups", vec![edit])),
            );
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, fires_and_mends, reference, scoped, silent};
    use crate::plan::ProvisionScope;

    const RULE: &str = "scope-everyone";

    #[test]
    fn sync_all_needs_a_filter() {
        silent(&reference(), RULE);
        fires_and_mends(&changed(|plan| plan.provision = ProvisionScope::All), RULE);
        let mut plan = scoped(&[("department", "EQUALS", "Sales")]);
        plan.provision = ProvisionScope::All;
        silent(&plan, RULE);
    }
}
