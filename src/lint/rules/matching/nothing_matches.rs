//! M017.

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::lint::{Check, Finding, HoldsFor, Place, Rule};
use crate::plan::ObjectKind;

pub(super) static RULE: Rule = Rule {
    code: "M017",
    name: "nothing-matches",
    severity: Severity::Error,
    holds_for: HoldsFor::EveryTarget,
    checks: "At least one attribute of users matches.",
    why: "Entra refuses to save a schema without a matching attribute. Without one, it cannot find existing accounts.",
    example: "An imported user mapping in which every matchingPriority is 0.",
    remedy: "Match on an attribute that identifies a person in both systems, with matching precedence 1.",
    source: "entra-docs, customize-application-attributes: matching; Microsoft Graph, synchronization: attributeMapping",
    check: Check::Plan(|context, findings| {
        let Some(users) = context.plan.object_mapping(ObjectKind::User) else { return };
        // Another rule reports the identifier of applications that identify people by externalId.
        let has_own_rule = context.target_has(Capability::IdentifiesByExternalId);
        if users.matching().is_empty() && !has_own_rule {
            findings.push(Finding::new(Place::table(ObjectKind::User), None, "No attribute of users matches."));
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, fires, silent, users};

    const RULE: &str = "nothing-matches";

    #[test]
    fn every_application_needs_a_matching_attribute_and_staffbase_has_its_own_rule() {
        let mut plan = changed(|plan| {
            for mapping in &mut users(plan).attribute_mappings {
                mapping.matching_precedence = None;
            }
        });
        silent(&plan, RULE);
        fires(&plan, "external-id-not-first");
        for profile in ["other", "scim"] {
            plan.target_profile = profile.into();
            fires(&plan, RULE);
        }
        users(&mut plan).attribute_mappings[0].matching_precedence = crate::plan::MatchingPrecedence::new(1);
        silent(&plan, RULE);
    }
}
