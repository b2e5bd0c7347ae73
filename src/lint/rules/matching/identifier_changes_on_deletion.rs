//! M015.

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::lint::{Check, Field, HoldsFor, Rule};

pub(super) static RULE: Rule = Rule {
    code: "M015",
    name: "identifier-changes-on-deletion",
    severity: Severity::Advice,
    holds_for: HoldsFor::TargetsWith(Capability::Scim),
    checks: "The identifier stays the same when a person is deleted in Entra.",
    why: "In Entra's recycle bin, the user principal name begins with the object ID without hyphens. The request that \
        disables the person may then change the identifier, and after a restore Entra may find nobody (assumed).",
    example: "userPrincipalName → externalId: anna@contoso.com becomes 1f8e4c1a52a64b5c9d116a0c1be7f201anna@contoso.com.",
    remedy: "Use objectId or employeeId. If you keep userPrincipalName, delete and restore one test person, and compare \
        the identifier in the application.",
    source: "Microsoft Graph, deleted items: userPrincipalName; how provisioning treats it is not documented",
    check: Check::UserMapping(|row, findings| {
        let reads = row.reads().iter().any(|name| PRINCIPAL_NAMES.contains(&name.as_str()));
        if row.identifies() && reads {
            let message = format!("{} may change when a person is deleted in Entra.", row.target());
            findings.push(row.finding(Field::SourceAttribute, message));
        }
    }),
};

const PRINCIPAL_NAMES: [&str; 2] = ["userPrincipalName", "originalUserPrincipalName"];

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, direct, expression, fires, found, mapping, reference, silent, users};
    use crate::plan::AttributeMapping;

    const RULE: &str = "identifier-changes-on-deletion";

    #[test]
    fn a_principal_name_changes_in_the_recycle_bin() {
        fires(&reference(), RULE);
        fires(&changed(|plan| mapping(plan, "externalId").source = expression("ToLower([userPrincipalName])")), RULE);
        for name in ["objectId", "employeeId", "mail"] {
            silent(&changed(|plan| mapping(plan, "externalId").source = direct(name)), RULE);
        }
    }

    #[test]
    fn user_name_and_matching_attributes_count_and_others_do_not() {
        let with = |row: AttributeMapping| {
            changed(|plan| {
                mapping(plan, "externalId").source = direct("objectId");
                users(plan).attribute_mappings.push(row);
            })
        };
        assert_eq!(found(&with(AttributeMapping::direct("userPrincipalName", "userName")), RULE).len(), 1);
        assert_eq!(found(&with(AttributeMapping::direct("userPrincipalName", "nickName").matching(2)), RULE).len(), 1);
        assert_eq!(found(&with(AttributeMapping::direct("userPrincipalName", "nickName")), RULE), []);
    }
}
