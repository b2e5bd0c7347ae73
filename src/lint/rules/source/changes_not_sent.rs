//! A006.

use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, Fix, HoldsFor, Row, Rule};
use crate::plan::{AttributeFlowType, Edit};

pub(super) static RULE: Rule = Rule {
    code: "A006",
    name: "changes-not-sent",
    severity: Severity::Warning,
    holds_for: HoldsFor::EveryTarget,
    checks: "An attribute that changes applies always.",
    why: "A new name, position or department never reaches the target.",
    example: "jobTitle → title, Only during object creation.",
    remedy: "Set Apply this mapping to Always.",
    source: "entra-docs, customize-application-attributes: apply this mapping",
    check: Check::Mapping(|row, findings| {
        let Row { kind, index, mapping, .. } = *row;
        // These have rules of their own, or are meant to be set once.
        let own = ["externalId", "active", "locale", "userName", "preferredLanguage"];
        if mapping.flow_type == AttributeFlowType::ObjectAddOnly && !own.contains(&mapping.target_attribute.as_str()) {
            let place = row.place(Field::FlowType);
            let edit = Edit::SetFlowType { kind, index, flow_type: AttributeFlowType::Always };
            findings.push(
                Finding::new(place, Some(&mapping.target_attribute), "Changes are never sent.")
                    .fixed_by(Fix::unsafe_("Always apply it", vec![edit])),
            );
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::catalog::Starter;
    use crate::lint::testing::{changed, fires_and_mends, mapping, silent};
    use crate::plan::AttributeFlowType;

    const RULE: &str = "changes-not-sent";

    #[test]
    fn what_changes_is_sent_again() {
        silent(&Starter::StaffbaseMinimumWithLocale.plan(), RULE);
        let flow_type = AttributeFlowType::ObjectAddOnly;
        fires_and_mends(&changed(|plan| mapping(plan, "title").flow_type = flow_type), RULE);
    }
}
