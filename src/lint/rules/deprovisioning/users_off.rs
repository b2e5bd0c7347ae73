//! D007.

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::lint::{Check, Finding, Fix, HoldsFor, Place, Rule};
use crate::plan::{Edit, ObjectKind};

pub(super) static RULE: Rule = Rule {
    code: "D007",
    name: "users-off",
    severity: Severity::Warning,
    holds_for: HoldsFor::TargetsWith(Capability::Scim),
    checks: "The object mapping for users is enabled.",
    why: "Nobody is provisioned. Entra does not support disabling the mapping of users.",
    example: "Provision Microsoft Entra ID Users, Enabled: No.",
    remedy: "Set Enabled to Yes.",
    source: "entra-docs, customize-application-attributes: object mappings",
    check: Check::Plan(|context, findings| {
        let off = context.plan.object_mapping(ObjectKind::User).is_some_and(|users| !users.enabled);
        if off {
            let edit = Edit::SetObjectMappingEnabled { kind: ObjectKind::User, enabled: true };
            findings.push(
                Finding::new(Place::table(ObjectKind::User), None, "The object mapping for users is disabled.")
                    .fixed_by(Fix::safe("Set Enabled to Yes", vec![edit])),
            );
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, fires_and_mends, reference, silent, users};

    const RULE: &str = "users-off";

    #[test]
    fn users_are_on() {
        silent(&reference(), RULE);
        fires_and_mends(&changed(|plan| users(plan).enabled = false), RULE);
    }
}
