//! D003.

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, Fix, HoldsFor, Row, Rule};
use crate::plan::{AttributeFlowType, Edit, ObjectKind};

pub(super) static RULE: Rule = Rule {
    code: "D003",
    name: "active-only-during-creation",
    severity: Severity::Error,
    holds_for: HoldsFor::TargetsWith(Capability::DeactivatesByActive),
    checks: "The mapping to active applies always.",
    why: "Disabling is an update. A mapping that applies only during object creation never disables anyone.",
    example: "active, Apply this mapping: Only during object creation.",
    remedy: "Set Apply this mapping to Always.",
    source: "entra-docs, customize-application-attributes: Apply this mapping",
    check: Check::UserMapping(|row, findings| {
        if !row.is_user_attribute("active") {
            return;
        }
        let Row { index, mapping, .. } = *row;
        if mapping.flow_type == AttributeFlowType::ObjectAddOnly {
            let kind = ObjectKind::User;
            let edit = Edit::SetFlowType { kind, index, flow_type: AttributeFlowType::Always };
            let place = row.place(Field::FlowType);
            findings.push(
                Finding::new(place, Some(&mapping.target_attribute), "Entra sends active only during object creation.")
                    .fixed_by(Fix::safe("Set Apply this mapping to Always", vec![edit])),
            );
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{fires_and_mends, mapping, reference, silent};
    use crate::plan::AttributeFlowType;

    #[test]
    fn active_must_apply_always() {
        let mut plan = reference();
        silent(&plan, "active-only-during-creation");
        mapping(&mut plan, "active").flow_type = AttributeFlowType::ObjectAddOnly;
        fires_and_mends(&plan, "active-only-during-creation");
    }
}
