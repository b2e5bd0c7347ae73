//! M004.

use crate::catalog::{Capability, target_attribute};
use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, Fix, HoldsFor, Place, Rule};
use crate::plan::{AttributeType, Edit};

pub(super) static RULE: Rule = Rule {
    code: "M004",
    name: "matching-target-unfit",
    severity: Severity::Error,
    holds_for: HoldsFor::TargetsWith(Capability::Scim),
    checks: "A matching target attribute has a single text value. It is not a list, a Boolean or a reference.",
    why: "Entra compares it with a text. The query finds nobody, and people are created again.",
    example: "manager with matching precedence 2.",
    remedy: "Match on an attribute with a single text value.",
    source: "entra-docs, customize-application-attributes: matching",
    check: Check::Plan(|context, findings| {
        for object in &context.plan.object_mappings {
            for (index, mapping) in object.matching() {
                let path = mapping.target_attribute.as_str();
                let unfit = target_attribute(object.kind, path).is_some_and(|target| {
                    target.multivalued
                        || matches!(target.attribute_type, AttributeType::Boolean | AttributeType::Reference)
                });
                if unfit {
                    let place = Place::field(object.kind, index, Field::MatchingPrecedence);
                    let edit = Edit::SetMatchingPrecedence { kind: object.kind, index, precedence: None };
                    findings.push(
                        Finding::new(
                            place,
                            Some(path),
                            format!("{path} does not have a single text value, so Entra cannot match on it."),
                        )
                        .fixed_by(Fix::unsafe_("Stop matching on it", vec![edit])),
                    );
                }
            }
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, fires_and_mends, mapping, reference, silent};
    use crate::plan::MatchingPrecedence;

    const RULE: &str = "matching-target-unfit";

    #[test]
    fn a_boolean_or_a_reference_does_not_match() {
        silent(&reference(), RULE);
        let plan = changed(|plan| mapping(plan, "active").matching_precedence = MatchingPrecedence::new(2));
        fires_and_mends(&plan, RULE);
    }
}
