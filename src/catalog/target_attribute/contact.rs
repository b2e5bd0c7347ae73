//! E-mail addresses, phone numbers and postal addresses.

use super::TargetAttribute;

/// The heading of e-mail addresses, phone numbers and postal addresses.
pub(super) const CONTACT: &str = "E-mail, phone and address";

/// The canonical types of an e-mail address.
pub(super) const EMAIL: &[&str] = &["work", "home", "other"];
/// The canonical types of a phone number.
pub(super) const PHONE: &[&str] = &["work", "home", "mobile", "fax", "pager", "other"];
/// The canonical types of an address.
pub(super) const ADDRESS: &[&str] = &["work", "home", "other"];

pub(super) const OTHER: &[TargetAttribute] = &[
    TargetAttribute::text(r#"emails[type eq "home"].value"#, CONTACT, "section 4.1.2", "E-mail address, type home.")
        .canonical(EMAIL),
    TargetAttribute::text(r#"emails[type eq "other"].value"#, CONTACT, "section 4.1.2", "E-mail address, type other.")
        .canonical(EMAIL),
    TargetAttribute::text(
        r#"phoneNumbers[type eq "work"].value"#,
        CONTACT,
        "section 4.1.2",
        "Phone number, type work.",
    )
    .canonical(PHONE),
    TargetAttribute::text(
        r#"phoneNumbers[type eq "home"].value"#,
        CONTACT,
        "section 4.1.2",
        "Phone number, type home.",
    )
    .canonical(PHONE),
    TargetAttribute::text(r#"phoneNumbers[type eq "fax"].value"#, CONTACT, "section 4.1.2", "Phone number, type fax.")
        .canonical(PHONE),
    TargetAttribute::text(
        r#"phoneNumbers[type eq "pager"].value"#,
        CONTACT,
        "section 4.1.2",
        "Phone number, type pager.",
    )
    .canonical(PHONE),
    TargetAttribute::text(
        r#"phoneNumbers[type eq "other"].value"#,
        CONTACT,
        "section 4.1.2",
        "Phone number, type other.",
    )
    .canonical(PHONE),
    TargetAttribute::text(
        r#"addresses[type eq "work"].formatted"#,
        CONTACT,
        "section 4.1.2",
        "The whole address, type work.",
    )
    .canonical(ADDRESS),
    TargetAttribute::text(
        r#"addresses[type eq "work"].streetAddress"#,
        CONTACT,
        "section 4.1.2",
        "Street and number, type work.",
    )
    .canonical(ADDRESS),
    TargetAttribute::text(
        r#"addresses[type eq "work"].region"#,
        CONTACT,
        "section 4.1.2",
        "State or province, type work.",
    )
    .canonical(ADDRESS),
    TargetAttribute::text(
        r#"addresses[type eq "work"].postalCode"#,
        CONTACT,
        "section 4.1.2",
        "Postal code, type work.",
    )
    .canonical(ADDRESS),
    TargetAttribute::text(r#"addresses[type eq "work"].country"#, CONTACT, "section 4.1.2", "Country, type work.")
        .canonical(ADDRESS),
    TargetAttribute::text(
        r#"addresses[type eq "home"].formatted"#,
        CONTACT,
        "section 4.1.2",
        "The whole address, type home.",
    )
    .canonical(ADDRESS),
    TargetAttribute::text(
        r#"addresses[type eq "home"].streetAddress"#,
        CONTACT,
        "section 4.1.2",
        "Street and number, type home.",
    )
    .canonical(ADDRESS),
    TargetAttribute::text(r#"addresses[type eq "home"].locality"#, CONTACT, "section 4.1.2", "City, type home.")
        .canonical(ADDRESS),
    TargetAttribute::text(
        r#"addresses[type eq "home"].region"#,
        CONTACT,
        "section 4.1.2",
        "State or province, type home.",
    )
    .canonical(ADDRESS),
    TargetAttribute::text(
        r#"addresses[type eq "home"].postalCode"#,
        CONTACT,
        "section 4.1.2",
        "Postal code, type home.",
    )
    .canonical(ADDRESS),
    TargetAttribute::text(r#"addresses[type eq "home"].country"#, CONTACT, "section 4.1.2", "Country, type home.")
        .canonical(ADDRESS),
    TargetAttribute::text(
        r#"addresses[type eq "other"].formatted"#,
        CONTACT,
        "section 4.1.2",
        "The whole address, type other.",
    )
    .canonical(ADDRESS),
    TargetAttribute::text(
        r#"addresses[type eq "other"].streetAddress"#,
        CONTACT,
        "section 4.1.2",
        "Street and number, type other.",
    )
    .canonical(ADDRESS),
    TargetAttribute::text(r#"addresses[type eq "other"].locality"#, CONTACT, "section 4.1.2", "City, type other.")
        .canonical(ADDRESS),
    TargetAttribute::text(
        r#"addresses[type eq "other"].region"#,
        CONTACT,
        "section 4.1.2",
        "State or province, type other.",
    )
    .canonical(ADDRESS),
    TargetAttribute::text(
        r#"addresses[type eq "other"].postalCode"#,
        CONTACT,
        "section 4.1.2",
        "Postal code, type other.",
    )
    .canonical(ADDRESS),
    TargetAttribute::text(r#"addresses[type eq "other"].country"#, CONTACT, "section 4.1.2", "Country, type other.")
        .canonical(ADDRESS),
];
