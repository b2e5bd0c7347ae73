//! D006.

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::lint::{Check, Finding, Fix, HoldsFor, Place, Rule};
use crate::plan::{Edit, ObjectFlowTypes, ObjectKind};

pub(super) static RULE: Rule = Rule {
    code: "D006",
    name: "create-off",
    severity: Severity::Warning,
    holds_for: HoldsFor::TargetsWith(Capability::Scim),
    checks: "Entra may create users.",
    why: "Only existing users are kept up to date. New people never arrive.",
    example: "Target object actions without Create.",
    remedy: "Select Create.",
    source: "entra-docs, customize-application-attributes: target object actions",
    check: Check::Plan(|context, findings| {
        let Some(users) = context.plan.object_mapping(ObjectKind::User) else { return };
        if users.enabled && !users.actions.create {
            let actions = ObjectFlowTypes { create: true, ..users.actions };
            let edit = Edit::SetActions { kind: ObjectKind::User, actions };
            findings.push(
                Finding::new(Place::table(ObjectKind::User), None, "Create is off for users.")
                    .fixed_by(Fix::unsafe_("Select Create", vec![edit])),
            );
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, fires_and_mends, reference, silent, users};

    const RULE: &str = "create-off";

    #[test]
    fn the_action_is_on() {
        silent(&reference(), RULE);
        fires_and_mends(&changed(|plan| users(plan).actions.create = false), RULE);
    }
}
