//! Plans to start from.

use super::default_mapping::{ACTIVE_EXPRESSION, default_group_mappings, default_user_mappings};
use crate::plan::{AttributeMapping, ENTERPRISE_USER, ObjectKind, ObjectMapping, Plan};

/// Changes `en-US` to `en_US`. This is right for every tag whose region Staffbase lists.
pub const LOCALE_EXPRESSION: &str = r#"Replace([preferredLanguage], "-", , , "_", , )"#;

/// A plan to start from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Starter {
    /// The ten rows of Staffbase's guide.
    StaffbaseMinimum,
    /// The same, with the language of the account.
    StaffbaseMinimumWithLocale,
    /// What Entra creates for a non-gallery SCIM application.
    EntraDefault,
}

impl Starter {
    all_variants! {
        /// All of them, the recommended one first.
        pub StaffbaseMinimum, StaffbaseMinimumWithLocale, EntraDefault
    }

    /// The name for the command and for addresses.
    pub const fn name(self) -> &'static str {
        match self {
            Self::StaffbaseMinimum => "staffbase-minimum",
            Self::StaffbaseMinimumWithLocale => "staffbase-minimum-with-locale",
            Self::EntraDefault => "entra-default",
        }
    }

    /// The title on the start page, and the plan's name.
    pub const fn title(self) -> &'static str {
        match self {
            Self::StaffbaseMinimum => "Staffbase: minimum mapping",
            Self::StaffbaseMinimumWithLocale => "Staffbase: minimum mapping with locale",
            Self::EntraDefault => "Entra: default mapping",
        }
    }

    /// One sentence about it.
    pub const fn summary(self) -> &'static str {
        match self {
            Self::StaffbaseMinimum => {
                "The ten attributes of Staffbase's guide, matched by externalId, with Entra's default group mapping."
            }
            Self::StaffbaseMinimumWithLocale => {
                "The minimum mapping. It also sets the language of a new account from preferredLanguage."
            }
            Self::EntraDefault => {
                "The 22 rows that Entra creates. Keep, change and delete them on screen, as the guide says."
            }
        }
    }

    /// The starter with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|starter| starter.name() == name)
    }

    /// The plan itself, without sample people.
    pub fn plan(self) -> Plan {
        let users = match self {
            Self::StaffbaseMinimum => minimum_user_mappings(),
            Self::StaffbaseMinimumWithLocale => {
                let mut rows = minimum_user_mappings();
                rows.push(
                    AttributeMapping::expression(LOCALE_EXPRESSION, "locale")
                        .with_default("en_US")
                        .only_during_creation(),
                );
                rows
            }
            Self::EntraDefault => default_user_mappings(),
        };
        let object_mapping =
            |kind, attribute_mappings| ObjectMapping { kind, attribute_mappings, ..Default::default() };
        Plan {
            name: self.title().to_owned(),
            object_mappings: vec![
                object_mapping(ObjectKind::User, users),
                object_mapping(ObjectKind::Group, default_group_mappings()),
            ],
            ..Plan::default()
        }
    }
}

/// The minimum of Staffbase's guide "Configuring SCIM with Microsoft Entra ID". It has no userName, because the guide
/// changes that row to externalId.
fn minimum_user_mappings() -> Vec<AttributeMapping> {
    let direct = AttributeMapping::direct;
    vec![
        direct("userPrincipalName", "externalId").matching(1),
        AttributeMapping::expression(ACTIVE_EXPRESSION, "active"),
        direct("jobTitle", "title"),
        direct("mail", r#"emails[type eq "work"].value"#),
        direct("givenName", "name.givenName"),
        direct("surname", "name.familyName"),
        direct("city", r#"addresses[type eq "work"].locality"#),
        direct("mobile", r#"phoneNumbers[type eq "mobile"].value"#),
        direct("department", &format!("{ENTERPRISE_USER}:department")),
        direct("manager", &format!("{ENTERPRISE_USER}:manager")),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{AttributeFlowType, MatchingPrecedence, invariants};

    fn rows(starter: Starter) -> Vec<String> {
        let plan = starter.plan();
        let users = plan.object_mapping(ObjectKind::User).unwrap();
        users
            .attribute_mappings
            .iter()
            .map(|row| format!("{} -> {}", row.source.text(), row.target_attribute))
            .collect()
    }

    #[test]
    fn the_minimum_has_the_ten_rows_of_the_guide() {
        assert_eq!(
            rows(Starter::StaffbaseMinimum),
            [
                "userPrincipalName -> externalId",
                r#"Switch([IsSoftDeleted], , "False", "True", "True", "False") -> active"#,
                "jobTitle -> title",
                r#"mail -> emails[type eq "work"].value"#,
                "givenName -> name.givenName",
                "surname -> name.familyName",
                r#"city -> addresses[type eq "work"].locality"#,
                r#"mobile -> phoneNumbers[type eq "mobile"].value"#,
                "department -> urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department",
                "manager -> urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager",
            ]
        );
    }

    #[test]
    fn locale_is_one_more_row_set_once() {
        let plan = Starter::StaffbaseMinimumWithLocale.plan();
        assert_eq!(rows(Starter::StaffbaseMinimumWithLocale)[..10], rows(Starter::StaffbaseMinimum));
        let locale = plan.attribute_mapping(ObjectKind::User, 10).unwrap();
        assert_eq!(locale.source.text(), r#"Replace([preferredLanguage], "-", , , "_", , )"#);
        assert_eq!(locale.target_attribute, "locale");
        assert_eq!(locale.default_value.as_deref(), Some("en_US"));
        assert_eq!(locale.flow_type, AttributeFlowType::ObjectAddOnly);
    }

    #[test]
    fn each_starter_has_groups_one_match_and_no_people() {
        for starter in Starter::ALL {
            let plan = starter.plan();
            assert_eq!(Starter::from_name(starter.name()), Some(starter));
            assert!(plan.people.is_empty() && invariants(&plan).is_empty());
            assert_eq!(plan.object_mappings.len(), 2);
            assert!(plan.object_mappings.iter().all(|mapping| mapping.enabled));
            let groups = plan.object_mapping(ObjectKind::Group).unwrap();
            assert_eq!(groups.attribute_mappings, default_group_mappings());
            for kind in ObjectKind::ALL {
                let matching = plan.object_mapping(kind).unwrap().matching();
                assert_eq!(matching.len(), 1);
                assert_eq!(matching[0].1.matching_precedence, Some(MatchingPrecedence::FIRST));
            }
        }
        assert_eq!(rows(Starter::EntraDefault).len(), 22);
        assert_eq!(Starter::from_name("minimum"), None);
    }
}
