//! The rows that Entra creates for a non-gallery SCIM application, in the portal's order.
//!
//! The set-up guides of several vendors show the same rows. Microsoft's documentation shows some of them
//! (customize-application-attributes).

use crate::plan::{AttributeMapping, ENTERPRISE_USER};

/// The expression for `active`: the opposite of the computed IsSoftDeleted.
pub const ACTIVE_EXPRESSION: &str = r#"Switch([IsSoftDeleted], , "False", "True", "True", "False")"#;

/// The 22 user rows. Each has the setting Always and no default value.
pub fn default_user_mappings() -> Vec<AttributeMapping> {
    let direct = AttributeMapping::direct;
    let enterprise = |source: &str, attribute: &str| direct(source, &format!("{ENTERPRISE_USER}:{attribute}"));
    vec![
        direct("userPrincipalName", "userName").matching(1),
        AttributeMapping::expression(ACTIVE_EXPRESSION, "active"),
        direct("displayName", "displayName"),
        direct("jobTitle", "title"),
        direct("mail", r#"emails[type eq "work"].value"#),
        direct("preferredLanguage", "preferredLanguage"),
        direct("givenName", "name.givenName"),
        direct("surname", "name.familyName"),
        AttributeMapping::expression(r#"Join(" ", [givenName], [surname])"#, "name.formatted"),
        direct("physicalDeliveryOfficeName", r#"addresses[type eq "work"].formatted"#),
        direct("streetAddress", r#"addresses[type eq "work"].streetAddress"#),
        direct("city", r#"addresses[type eq "work"].locality"#),
        direct("state", r#"addresses[type eq "work"].region"#),
        direct("postalCode", r#"addresses[type eq "work"].postalCode"#),
        direct("country", r#"addresses[type eq "work"].country"#),
        direct("telephoneNumber", r#"phoneNumbers[type eq "work"].value"#),
        direct("mobile", r#"phoneNumbers[type eq "mobile"].value"#),
        direct("facsimileTelephoneNumber", r#"phoneNumbers[type eq "fax"].value"#),
        direct("mailNickname", "externalId"),
        enterprise("employeeId", "employeeNumber"),
        enterprise("department", "department"),
        enterprise("manager", "manager"),
    ]
}

/// The three group rows.
pub fn default_group_mappings() -> Vec<AttributeMapping> {
    vec![
        AttributeMapping::direct("displayName", "displayName").matching(1),
        AttributeMapping::direct("objectId", "externalId"),
        AttributeMapping::direct("members", "members"),
    ]
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::catalog::{source_attribute, target_attribute};
    use crate::plan::{MappingSource, ObjectKind};

    #[test]
    fn there_are_22_user_rows_and_3_group_rows_each_with_its_own_target() {
        let (users, groups) = (default_user_mappings(), default_group_mappings());
        assert_eq!((users.len(), groups.len()), (22, 3));
        for (kind, rows) in [(ObjectKind::User, users), (ObjectKind::Group, groups)] {
            let targets: BTreeSet<_> = rows.iter().map(|row| row.target_attribute.clone()).collect();
            assert_eq!(targets.len(), rows.len());
            assert_eq!(rows.iter().filter(|row| row.matching_precedence.is_some()).count(), 1);
            for row in rows {
                assert!(target_attribute(kind, &row.target_attribute).is_some(), "{}", row.target_attribute);
                if let MappingSource::Direct { attribute } = &row.source {
                    assert!(source_attribute(kind, attribute).is_some(), "{attribute}");
                }
            }
        }
    }
}
