//! D004.

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::lint::{Check, Finding, Fix, HoldsFor, Place, Rule};
use crate::plan::{Edit, ObjectFlowTypes, ObjectKind};

pub(super) static RULE: Rule = Rule {
    code: "D004",
    name: "update-off",
    severity: Severity::Error,
    holds_for: HoldsFor::TargetsWith(Capability::Scim),
    checks: "Entra may update users.",
    why: "Nobody is ever changed or disabled, because active = false is an update.",
    example: "Target object actions without Update.",
    remedy: "Select Update.",
    source: "entra-docs, customize-application-attributes: target object actions",
    check: Check::Plan(|context, findings| {
        let Some(users) = context.plan.object_mapping(ObjectKind::User) else { return };
        if users.enabled && !users.actions.update {
            let actions = ObjectFlowTypes { update: true, ..users.actions };
            let edit = Edit::SetActions { kind: ObjectKind::User, actions };
            findings.push(
                Finding::new(Place::table(ObjectKind::User), None, "Update is off for users.")
                    .fixed_by(Fix::safe("Select Update", vec![edit])),
            );
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, fires_and_mends, reference, silent, users};

    const RULE: &str = "update-off";

    #[test]
    fn the_action_is_on() {
        silent(&reference(), RULE);
        fires_and_mends(&changed(|plan| users(plan).actions.update = false), RULE);
    }
}
