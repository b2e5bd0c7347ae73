//! M009.

use crate::expression::Severity;
use crate::lint::{Field, Finding, Fix, Place, Rule};
use crate::plan::{AttributeFlowType, Edit, ObjectKind};

pub(in super::super) static EXTERNAL_ID_ONLY_DURING_CREATION: Rule = Rule {
    code: "M009",
    name: "external-id-only-during-creation",
    severity: Severity::Warning,
    checks: "The mapping to externalId always applies.",
    why: "A changed identifier never reaches Staffbase, and after a restart the person is not found any more.",
    example: "externalId, Apply this mapping: Only during object creation.",
    remedy: "Set Apply this mapping to Always.",
    source: "entra-docs, customize-application-attributes: matching",
    check: |context, findings| {
        for (index, mapping) in context.user_mappings_to("externalId") {
            if mapping.flow_type != AttributeFlowType::Always {
                let edit = Edit::SetFlowType { kind: ObjectKind::User, index, flow_type: AttributeFlowType::Always };
                let place = Place::field(ObjectKind::User, index, Field::FlowType);
                findings.push(
                    Finding::new(place, Some(&mapping.target_attribute), "The identifier is only sent at creation.")
                        .fixed_by(Fix::safe("Always apply it", vec![edit])),
                );
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, fires_and_mends, mapping, reference, silent};
    use crate::plan::AttributeFlowType;

    const RULE: &str = "external-id-only-during-creation";

    #[test]
    fn the_identifier_always_flows() {
        silent(&reference(), RULE);
        let flow_type = AttributeFlowType::ObjectAddOnly;
        fires_and_mends(&changed(|plan| mapping(plan, "externalId").flow_type = flow_type), RULE);
    }
}
