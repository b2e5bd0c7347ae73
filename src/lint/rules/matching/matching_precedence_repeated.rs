//! M003.

use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, Fix, HoldsFor, Place, Rule};
use crate::plan::{Edit, MatchingPrecedence};

pub(super) static RULE: Rule = Rule {
    code: "M003",
    name: "matching-precedence-repeated",
    severity: Severity::Error,
    holds_for: HoldsFor::EveryTarget,
    checks: "The matching attributes of one object mapping have different precedences.",
    why: "The order in which Entra queries two attributes with the same precedence is not defined.",
    example: "externalId and userName, both with precedence 1.",
    remedy: "Number the matching attributes 1, 2, 3 in the order in which Entra should query them.",
    source: "entra-docs, customize-application-attributes: matching precedence",
    check: Check::Plan(|context, findings| {
        for object in &context.plan.object_mappings {
            let matching = object.matching();
            let numbered = matching.iter().zip(1_u32..).map(|((index, _), number)| Edit::SetMatchingPrecedence {
                kind: object.kind,
                index: *index,
                precedence: MatchingPrecedence::new(number),
            });
            let edits: Vec<_> = numbered.collect();
            for pair in matching.windows(2) {
                let [(_, first), (index, second)] = pair else { continue };
                if first.matching_precedence == second.matching_precedence {
                    let place = Place::field(object.kind, *index, Field::MatchingPrecedence);
                    let message = format!(
                        "{} has the same matching precedence as {}.",
                        second.target_attribute, first.target_attribute
                    );
                    findings.push(
                        Finding::new(place, Some(&second.target_attribute), message)
                            .fixed_by(Fix::safe("Number them 1, 2, 3 in this order", edits.clone())),
                    );
                }
            }
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{fires_and_mends, reference, silent, users};
    use crate::plan::AttributeMapping;

    #[test]
    fn two_of_the_same_precedence_are_numbered() {
        let mut plan = reference();
        silent(&plan, "matching-precedence-repeated");
        users(&mut plan).attribute_mappings.push(AttributeMapping::direct("mail", "userName").matching(1));
        fires_and_mends(&plan, "matching-precedence-repeated");
    }
}
