//! D003.

use crate::expression::Severity;
use crate::lint::{Field, Finding, Fix, Place, Rule};
use crate::plan::{AttributeFlowType, Edit, ObjectKind};

pub(in super::super) static ACTIVE_ONLY_DURING_CREATION: Rule = Rule {
    code: "D003",
    name: "active-only-during-creation",
    severity: Severity::Error,
    checks: "The mapping to active applies always.",
    why: "Disabling is an update: applied only during creation, nobody is ever disabled.",
    example: "active, Apply this mapping: Only during object creation.",
    remedy: "Set Apply this mapping to Always.",
    source: "entra-docs, customize-application-attributes: Apply this mapping",
    check: |context, findings| {
        for (index, mapping) in context.user_mappings_to("active") {
            if mapping.flow_type == AttributeFlowType::ObjectAddOnly {
                let kind = ObjectKind::User;
                let edit = Edit::SetFlowType { kind, index, flow_type: AttributeFlowType::Always };
                let place = Place::field(kind, index, Field::FlowType);
                findings.push(
                    Finding::new(place, Some(&mapping.target_attribute), "active is sent only during object creation.")
                        .fixed_by(Fix::safe("Apply always", vec![edit])),
                );
            }
        }
    },
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
