//! M006.

use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, Fix, HoldsFor, Place, Rule};
use crate::plan::{Edit, MatchingPrecedence, ObjectKind};

pub(super) static RULE: Rule = Rule {
    code: "M006",
    name: "matching-precedence-gap",
    severity: Severity::Warning,
    holds_for: HoldsFor::EveryTarget,
    checks: "Matching precedences are 1, 2, 3 without a gap.",
    why: "The order is still clear, but the next admin looks for a mapping that does not exist.",
    example: "externalId with precedence 1, userName with 3.",
    remedy: "Number the matching attributes 1, 2, 3.",
    source: "entra-docs, customize-application-attributes: matching",
    check: Check::Plan(|context, findings| {
        for object in &context.plan.object_mappings {
            let matching = object.matching();
            let numbers: Vec<u32> =
                matching.iter().filter_map(|(_, one)| one.matching_precedence).map(MatchingPrecedence::get).collect();
            // Other rules report a repeated number and an identifier that is not first.
            let other_fault = numbers.windows(2).any(|pair| matches!(pair, [a, b] if a == b))
                || (object.kind == ObjectKind::User && numbers.first() != Some(&1));
            let Some((number, (index, mapping))) =
                (1_u32..).zip(&matching).zip(&numbers).find_map(|(pair, number)| (pair.0 != *number).then_some(pair))
            else {
                continue;
            };
            if other_fault {
                continue;
            }
            let edits = matching.iter().zip(1_u32..).map(|((index, _), number)| Edit::SetMatchingPrecedence {
                kind: object.kind,
                index: *index,
                precedence: MatchingPrecedence::new(number),
            });
            let place = Place::field(object.kind, *index, Field::MatchingPrecedence);
            let message = format!("No attribute has matching precedence {number}.");
            findings.push(
                Finding::new(place, Some(&mapping.target_attribute), message)
                    .fixed_by(Fix::safe("Close the gap", edits.collect())),
            );
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, fires_and_mends, silent, users};
    use crate::plan::AttributeMapping;

    const RULE: &str = "matching-precedence-gap";

    #[test]
    fn a_gap_is_closed() {
        let second = |number| {
            changed(|plan| {
                users(plan).attribute_mappings.push(AttributeMapping::direct("objectId", "userName").matching(number));
            })
        };
        silent(&second(2), RULE);
        silent(&second(1), RULE);
        fires_and_mends(&second(3), RULE);
    }
}
