//! L002.

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, Fix, HoldsFor, Row, Rule};
use crate::plan::{AttributeFlowType, Edit, ObjectKind};

pub(super) static RULE: Rule = Rule {
    code: "L002",
    name: "locale-always",
    severity: Severity::Warning,
    holds_for: HoldsFor::TargetsWith(Capability::LocaleCodes),
    checks: "The mapping to locale applies only during object creation.",
    why: "The next cycle overwrites a language that a person chose during registration.",
    example: "locale, Apply this mapping: Always.",
    remedy: "Set Apply this mapping to Only during object creation.",
    source: "",
    check: Check::UserMapping(|row, findings| {
        if !row.is_user_attribute("locale") {
            return;
        }
        let Row { index, mapping, .. } = *row;
        if mapping.flow_type != AttributeFlowType::ObjectAddOnly {
            let kind = ObjectKind::User;
            let edit = Edit::SetFlowType { kind, index, flow_type: AttributeFlowType::ObjectAddOnly };
            let place = row.place(Field::FlowType);
            let message = "Every update overwrites locale.";
            findings.push(
                Finding::new(place, Some(&mapping.target_attribute), message)
                    .fixed_by(Fix::safe("Apply it only during object creation", vec![edit])),
            );
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::catalog::Starter;
    use crate::lint::testing::{fires_and_mends, mapping, silent};
    use crate::plan::AttributeFlowType;

    #[test]
    fn locale_applies_only_during_creation() {
        let mut plan = Starter::StaffbaseMinimumWithLocale.plan();
        silent(&plan, "locale-always");
        mapping(&mut plan, "locale").flow_type = AttributeFlowType::Always;
        fires_and_mends(&plan, "locale-always");
    }
}
