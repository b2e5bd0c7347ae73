//! M016.

use crate::catalog::{Capability, Identity, source_attribute};
use crate::expression::Severity;
use crate::lint::{Check, Field, HoldsFor, Rule};

pub(super) static RULE: Rule = Rule {
    code: "M016",
    name: "identifier-follows-name",
    severity: Severity::Advice,
    holds_for: HoldsFor::TargetsWith(Capability::Scim),
    checks: "userName and matching attributes stay the same when a person is renamed.",
    why: "After a renaming, the application has the old value until the next update. If Entra must find the person again \
        by the new value, it finds nobody and creates a second account.",
    example: "mail → userName, with matching precedence 2.",
    remedy: "Match on an attribute that never changes, such as objectId or employeeId. If you keep it, set Apply this \
        mapping to Always, and change the name in every system at the same time.",
    source: "entra-docs, customize-application-attributes: matching; what follows from it is inferred",
    check: Check::UserMapping(|row, findings| {
        // Another rule reports externalId.
        if !row.identifies() || row.is_user_attribute("externalId") {
            return;
        }
        let follows =
            |name: &&String| source_attribute(row.kind, name).is_some_and(|one| one.identity == Identity::FollowsName);
        if let Some(name) = row.reads().iter().find(follows) {
            let message = format!("{} comes from {name}, which changes when a person is renamed.", row.target());
            findings.push(row.finding(Field::SourceAttribute, message));
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, fires, reference, silent, users};
    use crate::plan::AttributeMapping;

    const RULE: &str = "identifier-follows-name";

    #[test]
    fn a_name_that_a_person_can_lose_is_reported() {
        let with = |row: AttributeMapping| changed(|plan| users(plan).attribute_mappings.push(row));
        silent(&reference(), RULE);
        silent(&with(AttributeMapping::direct("mail", "nickName")), RULE);
        silent(&with(AttributeMapping::direct("objectId", "userName").matching(2)), RULE);
        fires(&with(AttributeMapping::direct("userPrincipalName", "userName")), RULE);
        fires(&with(AttributeMapping::expression("ToLower([mail])", "nickName").matching(2)), RULE);
    }
}
