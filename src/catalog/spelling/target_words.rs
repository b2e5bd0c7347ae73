//! A table of facts: what vendors and people call the target attributes, beside the paths of RFC 7643.
//!
//! The words are those of vendors' mapping tables and of German tables of customers. A word that several attributes could
//! mean, such as `Email`, is only likely.

use super::Spelling;
use crate::catalog::{Document, Source};

const VENDORS: Source = Source::new(Document::OtherVendors, "mapping tables");
const GERMAN: Source = Source::new(Document::Unconfirmed, "the labels of the German admin center");

const WORK_EMAIL: &str = r#"emails[type eq "work"].value"#;
const WORK_PHONE: &str = r#"phoneNumbers[type eq "work"].value"#;
const MOBILE: &str = r#"phoneNumbers[type eq "mobile"].value"#;
const FAX: &str = r#"phoneNumbers[type eq "fax"].value"#;

macro_rules! work_address {
    ($sub:literal) => {
        concat!("addresses[type eq \"work\"].", $sub)
    };
}

macro_rules! enterprise {
    ($name:literal) => {
        concat!("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:", $name)
    };
}

const fn certain(words: &'static [&'static str], name: &'static str, source: Source) -> Spelling {
    Spelling { words, name, is_certain: true, source }
}

const fn likely(words: &'static [&'static str], name: &'static str, source: Source) -> Spelling {
    Spelling { words, name, is_certain: false, source }
}

pub(super) const USER: &[Spelling] = &[
    certain(&["first name", "forename"], "name.givenName", VENDORS),
    certain(&["Vorname"], "name.givenName", GERMAN),
    certain(&["last name", "surname"], "name.familyName", VENDORS),
    certain(&["Nachname", "Familienname"], "name.familyName", GERMAN),
    certain(&["middle name"], "name.middleName", VENDORS),
    certain(&["Anzeigename"], "displayName", GERMAN),
    likely(&["full name", "vollständiger Name"], "name.formatted", VENDORS),
    likely(&["salutation", "Anrede", "name prefix"], "name.honorificPrefix", VENDORS),
    certain(&["Benutzername"], "userName", GERMAN),
    likely(&["login", "login name", "Anmeldename"], "userName", VENDORS),
    certain(&["external identifier"], "externalId", VENDORS),
    certain(&["externe ID"], "externalId", GERMAN),
    likely(&["user identifier", "unique identifier", "identifier"], "externalId", VENDORS),
    certain(&["is active"], "active", VENDORS),
    certain(&["aktiv"], "active", GERMAN),
    likely(
        &["status", "account status", "user status", "enabled", "account enabled", "Konto aktiviert"],
        "active",
        VENDORS,
    ),
    certain(&["job title"], "title", VENDORS),
    certain(&["Stellenbezeichnung", "Berufsbezeichnung"], "title", GERMAN),
    likely(&["position", "Titel", "Funktion"], "title", VENDORS),
    certain(&["business email", "work email address"], WORK_EMAIL, VENDORS),
    certain(&["geschäftliche E-Mail", "E-Mail (geschäftlich)", "geschäftliche E-Mail-Adresse"], WORK_EMAIL, GERMAN),
    likely(
        &[
            "email",
            "emails",
            "email address",
            "mail",
            "primary email",
            "primary email address",
            "E-Mail-Adresse",
            "emails.value",
        ],
        WORK_EMAIL,
        VENDORS,
    ),
    certain(&["private email", "personal email"], r#"emails[type eq "home"].value"#, VENDORS),
    certain(&["public email address"], r#"emails[type eq "public"].value"#, VENDORS),
    certain(&["work phone", "business phone", "office phone"], WORK_PHONE, VENDORS),
    certain(
        &["Telefon (geschäftlich)", "geschäftliches Telefon", "geschäftliche Telefonnummer", "Geschäftstelefon"],
        WORK_PHONE,
        GERMAN,
    ),
    likely(
        &["phone", "phone number", "phone numbers", "telephone", "telephone number", "Telefon", "Telefonnummer"],
        WORK_PHONE,
        VENDORS,
    ),
    certain(&["mobile", "mobile phone", "mobile number", "cell phone"], MOBILE, VENDORS),
    certain(&["mobil", "Mobiltelefon", "Handy", "Mobilnummer", "Handynummer"], MOBILE, GERMAN),
    likely(&["public phone number"], MOBILE, VENDORS),
    certain(&["fax", "fax number"], FAX, VENDORS),
    certain(&["Faxnummer"], FAX, GERMAN),
    likely(&["city", "town", "locality", "location", "Stadt", "Ort"], work_address!("locality"), VENDORS),
    likely(&["state", "state or province", "province", "region", "Bundesland"], work_address!("region"), VENDORS),
    likely(
        &["postal code", "ZIP code", "ZIP", "postcode", "Postleitzahl", "PLZ"],
        work_address!("postalCode"),
        VENDORS,
    ),
    likely(
        &["country", "country or region", "Land", "Land oder Region", "Land/Region"],
        work_address!("country"),
        VENDORS,
    ),
    likely(
        &["street", "street address", "Straße", "Strasse", "Straße und Hausnummer"],
        work_address!("streetAddress"),
        VENDORS,
    ),
    likely(
        &["address", "work address", "Adresse", "office", "office location", "Büro"],
        work_address!("formatted"),
        VENDORS,
    ),
    certain(&["Abteilung"], enterprise!("department"), GERMAN),
    certain(&["Vorgesetzter", "Vorgesetzte", "Führungskraft"], enterprise!("manager"), GERMAN),
    certain(&["line manager", "supervisor"], enterprise!("manager"), VENDORS),
    certain(&["employee ID", "personnel number"], enterprise!("employeeNumber"), VENDORS),
    certain(&["Personalnummer", "Mitarbeiternummer", "Mitarbeiter-ID"], enterprise!("employeeNumber"), GERMAN),
    certain(&["cost centre"], enterprise!("costCenter"), VENDORS),
    certain(&["Kostenstelle"], enterprise!("costCenter"), GERMAN),
    certain(&["organisation"], enterprise!("organization"), VENDORS),
    likely(&["company", "company name", "Firma", "Firmenname", "Unternehmen"], enterprise!("organization"), VENDORS),
    likely(&["Bereich", "Sparte", "business unit"], enterprise!("division"), VENDORS),
    likely(&["language", "Sprache"], "locale", VENDORS),
    certain(&["Bevorzugte Sprache"], "preferredLanguage", GERMAN),
    certain(&["Zeitzone"], "timezone", GERMAN),
    certain(&["Spitzname"], "nickName", GERMAN),
    certain(&["Benutzertyp"], "userType", GERMAN),
];

pub(super) const GROUP: &[Spelling] = &[
    certain(&["group name"], "displayName", VENDORS),
    certain(&["Anzeigename", "Gruppenname"], "displayName", GERMAN),
    likely(&["name"], "displayName", VENDORS),
    likely(&["object ID", "group ID", "Objekt-ID"], "externalId", VENDORS),
    certain(&["member", "group members"], "members", VENDORS),
    certain(&["Mitglieder"], "members", GERMAN),
];
