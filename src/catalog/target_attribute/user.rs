//! User attributes: account, names and job, then organisation and roles.

use super::TargetAttribute;
use super::contact::{ADDRESS, CONTACT, EMAIL, PHONE};
use crate::plan::AttributeType;

const ACCOUNT_GROUP: &str = "Account";
const PROFILE_GROUP: &str = "Names and job";
const ORGANISATION: &str = "Organisation";
const ROLE: &str = super::ROLES;

/// A path of the enterprise extension (RFC 7643 section 4.3).
macro_rules! enterprise {
    ($name:literal) => {
        concat!("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:", $name)
    };
}

/// The anchor. The application assigns it when it creates the person.
pub(super) const ID: TargetAttribute = TargetAttribute::text(
    "id",
    ACCOUNT_GROUP,
    "section 3.1",
    "The ID that the application assigns when it creates the person. Do not map to it.",
)
.case_exact()
.required();

pub(super) const ACCOUNT: &[TargetAttribute] = &[
    ID,
    TargetAttribute::text("externalId", ACCOUNT_GROUP, "section 3.1", "The person's identifier, as Entra sends it.")
        .case_exact(),
    TargetAttribute::text("active", ACCOUNT_GROUP, "section 4.1.1", "Whether the person may use the application.")
        .typed(AttributeType::Boolean),
    TargetAttribute::text(r#"emails[type eq "work"].value"#, CONTACT, "section 4.1.2", "E-mail address, type work.")
        .canonical(EMAIL),
    TargetAttribute::text(
        "locale",
        ACCOUNT_GROUP,
        "section 4.1.1",
        "The person's location as a code such as en-US, for dates, numbers and currencies.",
    ),
    TargetAttribute::text("userName", ACCOUNT_GROUP, "section 4.1.1", "The user name for signing in.").required(),
];

pub(super) const PROFILE: &[TargetAttribute] = &[
    TargetAttribute::text("name.givenName", PROFILE_GROUP, "section 4.1.1", "First name."),
    TargetAttribute::text("name.familyName", PROFILE_GROUP, "section 4.1.1", "Family name."),
    TargetAttribute::text("title", PROFILE_GROUP, "section 4.1.1", "Job title."),
    TargetAttribute::text(enterprise!("department"), ORGANISATION, "section 4.3", "Department."),
    TargetAttribute::text(r#"addresses[type eq "work"].locality"#, CONTACT, "section 4.1.2", "City, type work.")
        .canonical(ADDRESS),
    TargetAttribute::text(r#"phoneNumbers[type eq "mobile"].value"#, CONTACT, "section 4.1.2", "Mobile phone.")
        .canonical(PHONE),
    TargetAttribute::text(
        enterprise!("manager"),
        ORGANISATION,
        "section 4.3",
        "The manager, sent as the manager's ID in the target.",
    )
    .typed(AttributeType::Reference),
];

pub(super) const OTHER: &[TargetAttribute] = &[
    TargetAttribute::text("displayName", PROFILE_GROUP, "section 4.1.1", "The name that is shown."),
    TargetAttribute::text("name.formatted", PROFILE_GROUP, "section 4.1.1", "The full name."),
    TargetAttribute::text("name.honorificPrefix", PROFILE_GROUP, "section 4.1.1", "Title before the name."),
    TargetAttribute::text("name.honorificSuffix", PROFILE_GROUP, "section 4.1.1", "Suffix after the name."),
    TargetAttribute::text("nickName", PROFILE_GROUP, "section 4.1.1", "Nickname."),
    TargetAttribute::text("userType", PROFILE_GROUP, "section 4.1.1", "Kind of relation to the organisation."),
    TargetAttribute::text("preferredLanguage", PROFILE_GROUP, "section 4.1.1", "The language tag."),
    TargetAttribute::text("timezone", PROFILE_GROUP, "section 4.1.1", "Time zone."),
    TargetAttribute::text(enterprise!("employeeNumber"), ORGANISATION, "section 4.3", "Employee number."),
    TargetAttribute::text(enterprise!("costCenter"), ORGANISATION, "section 4.3", "Cost centre."),
    TargetAttribute::text(enterprise!("organization"), ORGANISATION, "section 4.3", "Organisation."),
    TargetAttribute::text(enterprise!("division"), ORGANISATION, "section 4.3", "Division."),
    TargetAttribute::text("name.middleName", PROFILE_GROUP, "section 4.1.1", "Middle name.").add_by_hand(),
    TargetAttribute::text("profileUrl", PROFILE_GROUP, "section 4.1.1", "Address of a profile page.").add_by_hand(),
];

pub(super) const ROLES: &[TargetAttribute] = &[
    TargetAttribute::text(r#"roles[primary eq "True"].value"#, ROLE, "section 4.1.2", "The role."),
    TargetAttribute::text(r#"roles[primary eq "True"].display"#, ROLE, "section 4.1.2", "The role's name."),
    TargetAttribute::text(r#"roles[primary eq "True"].type"#, ROLE, "section 4.1.2", "The role's kind."),
    TargetAttribute::text("roles", ROLE, "section 4.1.2", "Several roles, for the role functions of an expression.")
        .multivalued()
        .add_by_hand(),
    TargetAttribute::text("entitlements", ROLE, "section 4.1.2", "Entitlements. Entra does not provision them.")
        .multivalued()
        .not_supported(),
    TargetAttribute::text(
        "groups",
        ROLE,
        "section 4.1.2",
        "The person's groups. In SCIM they are read-only: Entra sends members with the group.",
    )
    .multivalued()
    .not_supported(),
    TargetAttribute::text("password", ROLE, "section 4.1.1", "Entra cannot provision passwords.")
        .case_exact()
        .not_supported(),
];
