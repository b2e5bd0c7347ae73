//! E-mail addresses, phone numbers and postal addresses that Staffbase does not read.

use super::{NOT_READ, TargetAttribute};

/// The canonical types of an e-mail address.
pub(super) const EMAIL: &[&str] = &["work", "home", "other"];
/// The canonical types of a phone number.
pub(super) const PHONE: &[&str] = &["work", "home", "mobile", "fax", "pager", "other"];
/// The canonical types of an address.
pub(super) const ADDRESS: &[&str] = &["work", "home", "other"];

pub(super) const OTHER: &[TargetAttribute] = &[
    TargetAttribute::text(r#"emails[type eq "home"].value"#, NOT_READ, "section 4.1.2", "E-mail address, type home.")
        .canonical(EMAIL),
    TargetAttribute::text(r#"emails[type eq "other"].value"#, NOT_READ, "section 4.1.2", "E-mail address, type other.")
        .canonical(EMAIL),
    TargetAttribute::text(
        r#"phoneNumbers[type eq "work"].value"#,
        NOT_READ,
        "section 4.1.2",
        "Phone number, type work.",
    )
    .canonical(PHONE),
    TargetAttribute::text(
        r#"phoneNumbers[type eq "home"].value"#,
        NOT_READ,
        "section 4.1.2",
        "Phone number, type home.",
    )
    .canonical(PHONE),
    TargetAttribute::text(r#"phoneNumbers[type eq "fax"].value"#, NOT_READ, "section 4.1.2", "Phone number, type fax.")
        .canonical(PHONE),
    TargetAttribute::text(
        r#"phoneNumbers[type eq "pager"].value"#,
        NOT_READ,
        "section 4.1.2",
        "Phone number, type pager.",
    )
    .canonical(PHONE),
    TargetAttribute::text(
        r#"phoneNumbers[type eq "other"].value"#,
        NOT_READ,
        "section 4.1.2",
        "Phone number, type other.",
    )
    .canonical(PHONE),
    TargetAttribute::text(
        r#"addresses[type eq "work"].formatted"#,
        NOT_READ,
        "section 4.1.2",
        "The whole address, type work.",
    )
    .canonical(ADDRESS),
    TargetAttribute::text(
        r#"addresses[type eq "work"].streetAddress"#,
        NOT_READ,
        "section 4.1.2",
        "Street and number, type work.",
    )
    .canonical(ADDRESS),
    TargetAttribute::text(
        r#"addresses[type eq "work"].region"#,
        NOT_READ,
        "section 4.1.2",
        "State or province, type work.",
    )
    .canonical(ADDRESS),
    TargetAttribute::text(
        r#"addresses[type eq "work"].postalCode"#,
        NOT_READ,
        "section 4.1.2",
        "Postal code, type work.",
    )
    .canonical(ADDRESS),
    TargetAttribute::text(r#"addresses[type eq "work"].country"#, NOT_READ, "section 4.1.2", "Country, type work.")
        .canonical(ADDRESS),
    TargetAttribute::text(
        r#"addresses[type eq "home"].formatted"#,
        NOT_READ,
        "section 4.1.2",
        "The whole address, type home.",
    )
    .canonical(ADDRESS),
    TargetAttribute::text(
        r#"addresses[type eq "home"].streetAddress"#,
        NOT_READ,
        "section 4.1.2",
        "Street and number, type home.",
    )
    .canonical(ADDRESS),
    TargetAttribute::text(r#"addresses[type eq "home"].locality"#, NOT_READ, "section 4.1.2", "City, type home.")
        .canonical(ADDRESS),
    TargetAttribute::text(
        r#"addresses[type eq "home"].region"#,
        NOT_READ,
        "section 4.1.2",
        "State or province, type home.",
    )
    .canonical(ADDRESS),
    TargetAttribute::text(
        r#"addresses[type eq "home"].postalCode"#,
        NOT_READ,
        "section 4.1.2",
        "Postal code, type home.",
    )
    .canonical(ADDRESS),
    TargetAttribute::text(r#"addresses[type eq "home"].country"#, NOT_READ, "section 4.1.2", "Country, type home.")
        .canonical(ADDRESS),
    TargetAttribute::text(
        r#"addresses[type eq "other"].formatted"#,
        NOT_READ,
        "section 4.1.2",
        "The whole address, type other.",
    )
    .canonical(ADDRESS),
    TargetAttribute::text(
        r#"addresses[type eq "other"].streetAddress"#,
        NOT_READ,
        "section 4.1.2",
        "Street and number, type other.",
    )
    .canonical(ADDRESS),
    TargetAttribute::text(r#"addresses[type eq "other"].locality"#, NOT_READ, "section 4.1.2", "City, type other.")
        .canonical(ADDRESS),
    TargetAttribute::text(
        r#"addresses[type eq "other"].region"#,
        NOT_READ,
        "section 4.1.2",
        "State or province, type other.",
    )
    .canonical(ADDRESS),
    TargetAttribute::text(
        r#"addresses[type eq "other"].postalCode"#,
        NOT_READ,
        "section 4.1.2",
        "Postal code, type other.",
    )
    .canonical(ADDRESS),
    TargetAttribute::text(r#"addresses[type eq "other"].country"#, NOT_READ, "section 4.1.2", "Country, type other.")
        .canonical(ADDRESS),
];
