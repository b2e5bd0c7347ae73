//! D005.

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::lint::{Check, Finding, Fix, HoldsFor, Place, Rule};
use crate::plan::{Edit, ObjectFlowTypes, ObjectKind};

pub(super) static RULE: Rule = Rule {
    code: "D005",
    name: "delete-off",
    severity: Severity::Advice,
    holds_for: HoldsFor::TargetsWith(Capability::Scim),
    checks: "Entra may delete users.",
    why: "Accounts of people who were permanently deleted in Entra stay in the application, deactivated.",
    example: "Target object actions without Delete.",
    remedy: "Select Delete if you want those accounts to be removed.",
    source: "entra-docs, customize-application-attributes: target object actions",
    check: Check::Plan(|context, findings| {
        let Some(users) = context.plan.object_mapping(ObjectKind::User) else { return };
        if users.enabled && !users.actions.delete {
            let actions = ObjectFlowTypes { delete: true, ..users.actions };
            let edit = Edit::SetActions { kind: ObjectKind::User, actions };
            findings.push(
                Finding::new(Place::table(ObjectKind::User), None, "Delete is off for users.")
                    .fixed_by(Fix::unsafe_("Select Delete", vec![edit])),
            );
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, fires_and_mends, reference, silent, users};

    const RULE: &str = "delete-off";

    #[test]
    fn the_action_is_on() {
        silent(&reference(), RULE);
        fires_and_mends(&changed(|plan| users(plan).actions.delete = false), RULE);
    }
}
