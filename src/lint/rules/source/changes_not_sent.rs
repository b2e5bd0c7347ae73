//! A006.

use crate::expression::Severity;
use crate::lint::{Check, Field, Fix, HoldsFor, Rule};
use crate::plan::{AttributeFlowType, Edit, MappingSource};

pub(super) static RULE: Rule = Rule {
    code: "A006",
    name: "changes-not-sent",
    severity: Severity::Warning,
    holds_for: HoldsFor::EveryTarget,
    checks: "A mapping whose value can change applies always.",
    why: "A new name, position or department never reaches the application.",
    example: "jobTitle → title, Only during object creation.",
    remedy: "Set Apply this mapping to Always.",
    source: "entra-docs, customize-application-attributes: apply this mapping",
    check: Check::Mapping(|row, findings| {
        // Other rules report these targets, or their value is set once on purpose.
        let own = ["externalId", "active", "locale", "userName", "preferredLanguage"].contains(&row.target());
        // A constant never changes, and a matching attribute need not change after the first match.
        let stays = matches!(row.mapping.source, MappingSource::Constant { .. } | MappingSource::None)
            || row.mapping.matching_precedence.is_some();
        if row.mapping.flow_type == AttributeFlowType::ObjectAddOnly && !own && !stays {
            let edit = Edit::SetFlowType { kind: row.kind, index: row.index, flow_type: AttributeFlowType::Always };
            findings.push(
                row.finding(Field::FlowType, "Entra never sends a change of this value.")
                    .fixed_by(Fix::unsafe_("Set Apply this mapping to Always", vec![edit])),
            );
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::catalog::Starter;
    use crate::lint::testing::{changed, fires_and_mends, mapping, silent};
    use crate::plan::{AttributeFlowType, MappingSource, MatchingPrecedence};

    const RULE: &str = "changes-not-sent";

    #[test]
    fn what_changes_is_sent_again() {
        silent(&Starter::StaffbaseMinimumWithLocale.plan(), RULE);
        let flow_type = AttributeFlowType::ObjectAddOnly;
        fires_and_mends(&changed(|plan| mapping(plan, "title").flow_type = flow_type), RULE);
    }

    #[test]
    fn a_constant_and_a_matching_attribute_may_be_sent_once() {
        let once = |plan: &mut crate::plan::Plan| mapping(plan, "title").flow_type = AttributeFlowType::ObjectAddOnly;
        let constant = changed(|plan| {
            once(plan);
            mapping(plan, "title").source = MappingSource::Constant { value: "Staff".to_owned() };
        });
        silent(&constant, RULE);
        let matching = changed(|plan| {
            once(plan);
            mapping(plan, "title").matching_precedence = MatchingPrecedence::new(2);
        });
        silent(&matching, RULE);
    }
}
