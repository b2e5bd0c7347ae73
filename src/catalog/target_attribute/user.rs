//! User attributes: those that Staffbase reads, then names, job and roles.

use super::contact::{ADDRESS, EMAIL, PHONE};
use super::{InputType, NOT_READ, TargetAttribute};
use crate::plan::AttributeType;

const ACCOUNT_GROUP: &str = "Account";
const PROFILE_GROUP: &str = "Profile fields";
const ROLE: &str = "Roles and entitlements";

/// A path of the enterprise extension (RFC 7643 section 4.3).
macro_rules! enterprise {
    ($name:literal) => {
        concat!("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:", $name)
    };
}

/// The anchor. Staffbase assigns it when it creates the person.
pub(super) const ID: TargetAttribute = TargetAttribute::text(
    "id",
    ACCOUNT_GROUP,
    "section 3.1",
    "The ID that Staffbase assigns when it creates the person. Do not map to it.",
)
.case_exact()
.required()
.field("Staffbase user id", InputType::AssignedByStaffbase);

pub(super) const ACCOUNT: &[TargetAttribute] = &[
    ID,
    TargetAttribute::text(
        "externalId",
        ACCOUNT_GROUP,
        "section 3.1",
        "The identifier. Staffbase finds existing people by it. It must be unique, contain no white space, and never \
         change.",
    )
    .case_exact()
    .field("User Identifier", InputType::Identifier)
    .hint("It must be unique, must not contain white space, and should never change."),
    TargetAttribute::text(
        "active",
        ACCOUNT_GROUP,
        "section 4.1.1",
        "Whether the person may use Staffbase. False deactivates the person, or deletes the invitation.",
    )
    .typed(AttributeType::Boolean)
    .field("User status", InputType::Status),
    TargetAttribute::text(
        r#"emails[type eq "work"].value"#,
        ACCOUNT_GROUP,
        "section 4.1.2",
        "The address for sign-in, notifications and password recovery. The profile does not show it.",
    )
    .canonical(EMAIL)
    .field("Primary Email Address", InputType::Email)
    .hint(
        "A person without an e-mail address needs another way to sign in: an access code, a user name or \
         single sign-on.",
    ),
    TargetAttribute::text(
        "locale",
        ACCOUNT_GROUP,
        "section 4.1.1",
        "The language of the account in Staffbase. It must be one of Staffbase's codes, such as en_US.",
    )
    .field("Language", InputType::Locale),
    TargetAttribute::text(
        "userName",
        ACCOUNT_GROUP,
        "section 4.1.1",
        "The user name for signing in. Staffbase replaces @ with [at]. Its guide does not map it.",
    )
    .required()
    .field("Username", InputType::Username)
    .hint("Staffbase replaces @ with [at]. Its guide does not use this row."),
];

pub(super) const PROFILE: &[TargetAttribute] = &[
    TargetAttribute::text("name.givenName", PROFILE_GROUP, "section 4.1.1", "First name.")
        .field("First Name", InputType::Text),
    TargetAttribute::text("name.familyName", PROFILE_GROUP, "section 4.1.1", "Family name.")
        .field("Last Name", InputType::Text),
    TargetAttribute::text("title", PROFILE_GROUP, "section 4.1.1", "Job title.").field("Position", InputType::Text),
    TargetAttribute::text(
        enterprise!("department"),
        PROFILE_GROUP,
        "section 4.3",
        "Department.",
    )
    .field("Department", InputType::Text),
    TargetAttribute::text(
        r#"addresses[type eq "work"].locality"#,
        PROFILE_GROUP,
        "section 4.1.2",
        "City. Staffbase opens it in the map app of the device.",
    )
    .canonical(ADDRESS)
    .field("Location", InputType::Address)
    .hint("This fills the Location field as an address. To avoid that, map city to a custom attribute."),
    TargetAttribute::text(
        r#"phoneNumbers[type eq "mobile"].value"#,
        PROFILE_GROUP,
        "section 4.1.2",
        "Mobile phone. Colleagues can see it.",
    )
    .canonical(PHONE)
    .field("Public Phone Number", InputType::Phone),
    TargetAttribute::text(
        r#"emails[type eq "public"].value"#,
        PROFILE_GROUP,
        "section 4.1.2",
        "An e-mail address that colleagues can see. The type public is Staffbase's own, so Entra's list does not contain it.",
    )
    .canonical(EMAIL)
    .add_by_hand()
    .field("Public Email Address", InputType::Email),
    TargetAttribute::text(
        enterprise!("manager"),
        PROFILE_GROUP,
        "section 4.3",
        "The manager, sent as the manager's ID in the target. Staffbase draws the org chart from it.",
    )
    .typed(AttributeType::Reference)
    .field("Manager", InputType::UserReference)
    .hint("Staffbase draws the org chart from it. A second manager in a custom field is not part of the chart."),
];

pub(super) const OTHER: &[TargetAttribute] = &[
    TargetAttribute::text("displayName", NOT_READ, "section 4.1.1", "The name that is shown."),
    TargetAttribute::text("name.formatted", NOT_READ, "section 4.1.1", "The full name."),
    TargetAttribute::text("name.honorificPrefix", NOT_READ, "section 4.1.1", "Title before the name."),
    TargetAttribute::text("name.honorificSuffix", NOT_READ, "section 4.1.1", "Suffix after the name."),
    TargetAttribute::text("nickName", NOT_READ, "section 4.1.1", "Nickname."),
    TargetAttribute::text("userType", NOT_READ, "section 4.1.1", "Kind of relation to the organisation."),
    TargetAttribute::text(
        "preferredLanguage",
        NOT_READ,
        "section 4.1.1",
        "The language tag. Staffbase reads locale instead.",
    ),
    TargetAttribute::text("timezone", NOT_READ, "section 4.1.1", "Time zone."),
    TargetAttribute::text(enterprise!("employeeNumber"), NOT_READ, "section 4.3", "Employee number."),
    TargetAttribute::text(enterprise!("costCenter"), NOT_READ, "section 4.3", "Cost centre."),
    TargetAttribute::text(enterprise!("organization"), NOT_READ, "section 4.3", "Organisation."),
    TargetAttribute::text(enterprise!("division"), NOT_READ, "section 4.3", "Division."),
    TargetAttribute::text("name.middleName", NOT_READ, "section 4.1.1", "Middle name.").add_by_hand(),
    TargetAttribute::text("profileUrl", NOT_READ, "section 4.1.1", "Address of a profile page.").add_by_hand(),
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
