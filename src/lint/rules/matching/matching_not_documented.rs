//! M010.

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, HoldsFor, Place, Rule};
use crate::plan::ObjectKind;

pub(super) static RULE: Rule = Rule {
    code: "M010",
    name: "matching-not-documented",
    severity: Severity::Advice,
    holds_for: HoldsFor::TargetsWith(Capability::DocumentedFilters),
    checks: "People are matched by externalId alone.",
    why: "{Application} documents a filter on externalId only. It may refuse a query by another attribute.",
    example: "userName with matching precedence 2.",
    remedy: "Run Test Connection and one test with Provision on demand. They show whether {application} filters by this \
        attribute.",
    source: "",
    check: Check::Plan(|context, findings| {
        let Some(users) = context.plan.object_mapping(ObjectKind::User) else { return };
        for (index, mapping) in users.matching() {
            let (path, name) = (mapping.target_attribute.as_str(), context.words().capital);
            if path != "externalId" {
                let place = Place::field(ObjectKind::User, index, Field::MatchingPrecedence);
                let message = format!("{name} does not document a filter on {path}. Run Test Connection to find out.");
                findings.push(Finding::new(place, Some(path), message));
            }
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, fires, reference, silent, users};
    use crate::plan::AttributeMapping;

    const RULE: &str = "matching-not-documented";

    #[test]
    fn any_other_attribute_is_pointed_out() {
        silent(&reference(), RULE);
        let row = AttributeMapping::direct("objectId", "userName").matching(2);
        fires(&changed(|plan| users(plan).attribute_mappings.push(row)), RULE);
    }
}
