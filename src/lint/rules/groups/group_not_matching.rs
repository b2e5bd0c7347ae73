//! G001.

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::lint::{Check, Finding, Fix, HoldsFor, Place, Rule};
use crate::plan::{Edit, MatchingPrecedence, ObjectKind};

pub(super) static RULE: Rule = Rule {
    code: "G001",
    name: "group-not-matching",
    severity: Severity::Error,
    holds_for: HoldsFor::TargetsWith(Capability::Scim),
    checks: "An enabled mapping of groups has a matching attribute.",
    why: "Entra creates groups again, or the request fails because the name is already in use.",
    example: "Groups without a matching precedence.",
    remedy: "Match on displayName with precedence 1, as in Entra's default.",
    source: "entra-docs, customize-application-attributes: matching",
    check: Check::Plan(|context, findings| {
        let Some(groups) = context.plan.object_mapping(ObjectKind::Group).filter(|groups| groups.enabled) else {
            return;
        };
        if !groups.matching().is_empty() {
            return;
        }
        let mut found = Finding::new(Place::table(ObjectKind::Group), None, "No mapping of groups matches.");
        let name = groups.attribute_mappings.iter().position(|one| one.target_attribute == "displayName");
        if let Some(index) = name {
            let precedence = MatchingPrecedence::new(1);
            let edit = Edit::SetMatchingPrecedence { kind: ObjectKind::Group, index, precedence };
            found = found.fixed_by(Fix::safe("Match on displayName", vec![edit]));
        }
        findings.push(found);
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, fires_and_mends, reference, silent};
    use crate::plan::ObjectKind;

    const RULE: &str = "group-not-matching";

    #[test]
    fn groups_match_by_name() {
        silent(&reference(), RULE);
        let bare = || {
            changed(|plan| {
                let rows = plan.object_mappings.iter_mut().flat_map(|one| &mut one.attribute_mappings);
                rows.filter(|row| row.target_attribute == "displayName").for_each(|row| row.matching_precedence = None);
            })
        };
        fires_and_mends(&bare(), RULE);
        let mut off = bare();
        off.object_mappings.iter_mut().for_each(|one| one.enabled = one.kind == ObjectKind::User);
        silent(&off, RULE);
    }
}
