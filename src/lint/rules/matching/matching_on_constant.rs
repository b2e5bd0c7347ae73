//! M005.

use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, Fix, HoldsFor, Place, Rule};
use crate::plan::{Edit, MappingSource, ObjectKind};

pub(super) static RULE: Rule = Rule {
    code: "M005",
    name: "matching-on-constant",
    severity: Severity::Error,
    holds_for: HoldsFor::EveryTarget,
    checks: "A matching attribute has a different value for each person.",
    why: "Every person matches the same account.",
    example: "The constant staff → userName, matching.",
    remedy: "Match on a Direct mapping or an expression that reads an attribute.",
    source: "entra-docs, customize-application-attributes: matching",
    check: Check::Plan(|context, findings| {
        for object in &context.plan.object_mappings {
            for (index, mapping) in object.matching() {
                let path = mapping.target_attribute.as_str();
                let constant = matches!(mapping.source, MappingSource::Constant { .. } | MappingSource::None);
                // Another rule reports the identifier.
                if constant && !(object.kind == ObjectKind::User && path == "externalId") {
                    let place = Place::field(object.kind, index, Field::MatchingPrecedence);
                    let edit = Edit::SetMatchingPrecedence { kind: object.kind, index, precedence: None };
                    findings.push(
                        Finding::new(
                            place,
                            Some(path),
                            format!("{path} matches, but its value is the same for everyone."),
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
    use crate::lint::testing::{changed, fires_and_mends, silent, users};
    use crate::plan::AttributeMapping;

    const RULE: &str = "matching-on-constant";

    #[test]
    fn a_constant_does_not_match() {
        let with = |row: AttributeMapping| changed(|plan| users(plan).attribute_mappings.push(row));
        silent(&with(AttributeMapping::constant("staff", "userName")), RULE);
        fires_and_mends(&with(AttributeMapping::constant("staff", "userName").matching(2)), RULE);
    }
}
