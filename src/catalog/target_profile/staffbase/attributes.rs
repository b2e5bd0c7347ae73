//! The attributes that Staffbase reads, with the profile field that it fills (Staffbase, SCIM Default Attribute Mappings).

use crate::catalog::source::{Document, Source};
use crate::catalog::target_profile::{Fills, InputType, ProfileAttribute};
use crate::plan::ObjectKind;

const ACCOUNT: &str = "Account";
const PROFILE: &str = "Profile fields";

const fn read(
    group: &'static str,
    path: &'static str,
    name: &'static str,
    input_type: InputType,
    description: &'static str,
) -> ProfileAttribute {
    ProfileAttribute {
        kind: ObjectKind::User,
        path,
        group,
        description,
        fills: Some(Fills { name, input_type, hint: "" }),
        source: Source::new(Document::StaffbaseDefaultMappings, ""),
    }
}

const fn not_read(
    kind: ObjectKind,
    path: &'static str,
    group: &'static str,
    description: &'static str,
) -> ProfileAttribute {
    ProfileAttribute {
        kind,
        path,
        group,
        description,
        fills: None,
        source: Source::new(Document::StaffbaseDefaultMappings, ""),
    }
}

impl ProfileAttribute {
    const fn hint(mut self, hint: &'static str) -> Self {
        if let Some(field) = self.fills {
            self.fills = Some(Fills { hint, ..field });
        }
        self
    }
}

/// A path of the enterprise extension (RFC 7643 section 4.3).
macro_rules! enterprise {
    ($name:literal) => {
        concat!("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:", $name)
    };
}

pub(super) const OWN: &[ProfileAttribute] = &[
    read(
        ACCOUNT,
        "id",
        "Staffbase user id",
        InputType::Assigned,
        "The ID that Staffbase assigns when it creates the person. Do not map to it.",
    ),
    read(
        ACCOUNT,
        "externalId",
        "User Identifier",
        InputType::Identifier,
        "The identifier. Staffbase finds existing people by it. It must be unique, contain no white space, and never \
         change.",
    )
    .hint("It must be unique, must not contain white space, and should never change."),
    read(
        ACCOUNT,
        "active",
        "User status",
        InputType::Status,
        "Whether the person may use Staffbase. False deactivates the person, or deletes the invitation.",
    ),
    read(
        ACCOUNT,
        r#"emails[type eq "work"].value"#,
        "Primary Email Address",
        InputType::Email,
        "The address for sign-in, notifications and password recovery. The profile does not show it.",
    )
    .hint(
        "A person without an e-mail address needs another way to sign in: an access code, a user name or \
         single sign-on.",
    ),
    read(
        ACCOUNT,
        "locale",
        "Language",
        InputType::Locale,
        "The language of the account in Staffbase. It must be one of Staffbase's codes, such as en_US.",
    ),
    read(
        ACCOUNT,
        "userName",
        "Username",
        InputType::Username,
        "The user name for signing in. Staffbase replaces @ with [at]. Its guide does not map it.",
    )
    .hint("Staffbase replaces @ with [at]. Its guide does not use this row."),
    read(PROFILE, "name.givenName", "First Name", InputType::Text, "First name."),
    read(PROFILE, "name.familyName", "Last Name", InputType::Text, "Family name."),
    read(PROFILE, "title", "Position", InputType::Text, "Job title."),
    read(PROFILE, enterprise!("department"), "Department", InputType::Text, "Department."),
    read(
        PROFILE,
        r#"addresses[type eq "work"].locality"#,
        "Location",
        InputType::Address,
        "City. Staffbase opens it in the map app of the device.",
    )
    .hint("This fills the Location field as an address. To avoid that, map city to a custom attribute."),
    read(
        PROFILE,
        r#"phoneNumbers[type eq "mobile"].value"#,
        "Public Phone Number",
        InputType::Phone,
        "Mobile phone. Colleagues can see it.",
    ),
    read(
        PROFILE,
        r#"emails[type eq "public"].value"#,
        "Public Email Address",
        InputType::Email,
        "An e-mail address that colleagues can see. The type public is Staffbase's own, so Entra's list does not contain it.",
    ),
    read(
        PROFILE,
        enterprise!("manager"),
        "Manager",
        InputType::UserReference,
        "The manager, sent as the manager's ID in the target. Staffbase draws the org chart from it.",
    )
    .hint("Staffbase draws the org chart from it. A second manager in a custom field is not part of the chart."),
    not_read(
        ObjectKind::User,
        "preferredLanguage",
        "Not read by Staffbase",
        "The language tag. Staffbase reads locale instead.",
    ),
    not_read(
        ObjectKind::Group,
        "displayName",
        "Group",
        "The group's name. With the default mapping, Staffbase shows it after [SCIM].",
    ),
];
