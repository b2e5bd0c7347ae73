//! M011.

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, HoldsFor, Place, Rule};

pub(super) static RULE: Rule = Rule {
    code: "M011",
    name: "matching-too-many",
    severity: Severity::Advice,
    holds_for: HoldsFor::TargetsWith(Capability::Scim),
    checks: "At most two attributes match.",
    why: "Each further attribute is one more query for every person that Entra does not find.",
    example: "externalId, userName and mail all match.",
    remedy: "Match on externalId and at most one more attribute.",
    source: "entra-docs, customize-application-attributes: matching",
    check: Check::Plan(|context, findings| {
        for object in &context.plan.object_mappings {
            if let Some((index, mapping)) = object.matching().get(2) {
                let place = Place::field(object.kind, *index, Field::MatchingPrecedence);
                let message = format!("{} attributes match.", object.matching().len());
                findings.push(Finding::new(place, Some(&mapping.target_attribute), message));
            }
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, fires, silent, users};
    use crate::plan::AttributeMapping;

    const RULE: &str = "matching-too-many";

    #[test]
    fn a_third_one_is_pointed_out() {
        let with = |rows: &[(&str, u32)]| {
            changed(|plan| {
                for (target, precedence) in rows {
                    let row = AttributeMapping::direct("objectId", target).matching(*precedence);
                    users(plan).attribute_mappings.push(row);
                }
            })
        };
        silent(&with(&[("userName", 2)]), RULE);
        fires(&with(&[("userName", 2), ("nickName", 3)]), RULE);
    }
}
