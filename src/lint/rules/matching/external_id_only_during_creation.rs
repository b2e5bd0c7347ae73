//! M009.

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, Fix, HoldsFor, Row, Rule};
use crate::plan::{AttributeFlowType, Edit};

pub(super) static RULE: Rule = Rule {
    code: "M009",
    name: "external-id-only-during-creation",
    severity: Severity::Warning,
    holds_for: HoldsFor::TargetsWith(Capability::IdentifiesByExternalId),
    checks: "The mapping to externalId applies always.",
    why: "A changed identifier never reaches {application}. After a restart, Entra no longer finds the person.",
    example: "externalId, Apply this mapping: Only during object creation.",
    remedy: "Set Apply this mapping to Always.",
    source: "entra-docs, customize-application-attributes: matching",
    check: Check::UserMapping(|row, findings| {
        if !row.is_user_attribute("externalId") {
            return;
        }
        let Row { kind, index, mapping, .. } = *row;
        if mapping.flow_type != AttributeFlowType::Always {
            let edit = Edit::SetFlowType { kind, index, flow_type: AttributeFlowType::Always };
            let place = row.place(Field::FlowType);
            findings.push(
                Finding::new(
                    place,
                    Some(&mapping.target_attribute),
                    "Entra sends the identifier only during object creation.",
                )
                .fixed_by(Fix::safe("Set Apply this mapping to Always", vec![edit])),
            );
        }
    }),
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
