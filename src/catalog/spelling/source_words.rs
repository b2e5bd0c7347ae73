//! A table of facts: what people call the source attributes, beside the engine's and Graph's names.
//!
//! The English words are the labels of a user's properties in the admin center. The German ones are the labels of the
//! German admin center as admins report them; Microsoft does not list them in one place (not documented; assumed).

use super::Spelling;
use crate::catalog::{Document, Source};

const PORTAL: Source = Source::new(Document::MicrosoftDocs, "how-to-manage-user-profile-info");
const GERMAN: Source = Source::new(Document::Unconfirmed, "the labels of the German admin center");
const VENDORS: Source = Source::new(Document::OtherVendors, "mapping tables");

const fn certain(words: &'static [&'static str], name: &'static str, source: Source) -> Spelling {
    Spelling { words, name, is_certain: true, source }
}

const fn likely(words: &'static [&'static str], name: &'static str, source: Source) -> Spelling {
    Spelling { words, name, is_certain: false, source }
}

pub(super) const USER: &[Spelling] = &[
    certain(&["UPN", "principal name"], "userPrincipalName", VENDORS),
    certain(&["Benutzerprinzipalname"], "userPrincipalName", GERMAN),
    likely(&["sign-in name", "login name", "user name", "Anmeldename", "Benutzername"], "userPrincipalName", VENDORS),
    certain(&["Objekt-ID"], "objectId", GERMAN),
    certain(&["object ID (Entra)", "Entra object ID", "Azure AD object ID", "user object ID"], "objectId", VENDORS),
    likely(&["alias", "mail alias", "E-Mail-Alias"], "mailNickname", VENDORS),
    certain(&["Mitarbeiter-ID"], "employeeId", GERMAN),
    likely(&["employee number", "personnel number", "Personalnummer", "Mitarbeiternummer"], "employeeId", VENDORS),
    certain(&["first name", "forename"], "givenName", PORTAL),
    certain(&["Vorname"], "givenName", GERMAN),
    certain(&["last name", "family name"], "surname", PORTAL),
    certain(&["Nachname", "Familienname"], "surname", GERMAN),
    certain(&["Anzeigename"], "displayName", GERMAN),
    likely(&["full name", "name"], "displayName", VENDORS),
    certain(&["email", "email address", "primary email", "primary email address"], "mail", PORTAL),
    certain(&["E-Mail-Adresse", "primäre E-Mail-Adresse"], "mail", GERMAN),
    likely(&["work email", "business email", "geschäftliche E-Mail"], "mail", VENDORS),
    certain(&["other emails"], "otherMails", PORTAL),
    certain(&["Andere E-Mail-Adressen", "Weitere E-Mail-Adressen"], "otherMails", GERMAN),
    certain(&["Proxyadressen"], "proxyAddresses", GERMAN),
    certain(&["mobile number", "cell phone"], "mobile", VENDORS),
    certain(&["Mobiltelefon", "Handy", "Mobilnummer", "Handynummer", "mobil"], "mobile", GERMAN),
    certain(&["business phone", "work phone", "office phone"], "telephoneNumber", PORTAL),
    certain(
        &["Telefon (geschäftlich)", "geschäftliches Telefon", "geschäftliche Telefonnummer", "Geschäftstelefon"],
        "telephoneNumber",
        GERMAN,
    ),
    likely(&["phone", "phone number", "Telefon", "Telefonnummer"], "telephoneNumber", VENDORS),
    certain(&["fax"], "facsimileTelephoneNumber", VENDORS),
    certain(&["Faxnummer"], "facsimileTelephoneNumber", GERMAN),
    certain(&["Stellenbezeichnung", "Berufsbezeichnung"], "jobTitle", GERMAN),
    likely(&["position", "title", "Titel", "Funktion"], "jobTitle", VENDORS),
    certain(&["Abteilung"], "department", GERMAN),
    certain(&["company"], "companyName", VENDORS),
    certain(&["Firmenname", "Unternehmensname"], "companyName", GERMAN),
    likely(&["Firma", "Unternehmen", "organization", "organisation"], "companyName", VENDORS),
    certain(&["Vorgesetzter", "Vorgesetzte", "Führungskraft"], "manager", GERMAN),
    certain(&["line manager", "supervisor"], "manager", VENDORS),
    certain(&["Mitarbeitertyp"], "employeeType", GERMAN),
    certain(&["hire date"], "employeeHireDate", VENDORS),
    certain(&["Einstellungsdatum", "Einstellungsdatum des Mitarbeiters"], "employeeHireDate", GERMAN),
    certain(&["cost center", "cost centre"], "employeeOrgData.costCenter", VENDORS),
    certain(&["Kostenstelle"], "employeeOrgData.costCenter", GERMAN),
    certain(&["division"], "employeeOrgData.division", VENDORS),
    certain(&["office"], "physicalDeliveryOfficeName", VENDORS),
    certain(&["Bürostandort", "Büro"], "physicalDeliveryOfficeName", GERMAN),
    likely(&["location", "Standort"], "physicalDeliveryOfficeName", VENDORS),
    certain(&["street"], "streetAddress", VENDORS),
    certain(&["Straße", "Strasse", "Straße und Hausnummer"], "streetAddress", GERMAN),
    certain(&["town"], "city", VENDORS),
    certain(&["Stadt", "Ort"], "city", GERMAN),
    certain(&["state or province", "province"], "state", PORTAL),
    certain(&["Bundesland", "Bundesland oder Kanton", "Bundesland/Kanton"], "state", GERMAN),
    certain(&["ZIP or postal code", "ZIP code", "ZIP", "postcode"], "postalCode", PORTAL),
    certain(&["Postleitzahl", "PLZ"], "postalCode", GERMAN),
    certain(&["country or region"], "country", PORTAL),
    certain(&["Land oder Region", "Land/Region", "Land"], "country", GERMAN),
    certain(&["Bevorzugte Sprache"], "preferredLanguage", GERMAN),
    likely(&["language", "Sprache"], "preferredLanguage", VENDORS),
    certain(&["Nutzungsstandort", "Verwendungsstandort"], "usageLocation", GERMAN),
    certain(&["Konto aktiviert"], "accountEnabled", GERMAN),
    certain(&["Benutzertyp"], "userType", GERMAN),
    likely(&["SAM account name (on-premises)"], "onPremisesSamAccountName", VENDORS),
    certain(&["custom attribute 1", "Erweiterungsattribut 1"], "extensionAttribute1", VENDORS),
    certain(&["custom attribute 2", "Erweiterungsattribut 2"], "extensionAttribute2", VENDORS),
    certain(&["custom attribute 3", "Erweiterungsattribut 3"], "extensionAttribute3", VENDORS),
    certain(&["custom attribute 4", "Erweiterungsattribut 4"], "extensionAttribute4", VENDORS),
    certain(&["custom attribute 5", "Erweiterungsattribut 5"], "extensionAttribute5", VENDORS),
    certain(&["custom attribute 6", "Erweiterungsattribut 6"], "extensionAttribute6", VENDORS),
    certain(&["custom attribute 7", "Erweiterungsattribut 7"], "extensionAttribute7", VENDORS),
    certain(&["custom attribute 8", "Erweiterungsattribut 8"], "extensionAttribute8", VENDORS),
    certain(&["custom attribute 9", "Erweiterungsattribut 9"], "extensionAttribute9", VENDORS),
    certain(&["custom attribute 10", "Erweiterungsattribut 10"], "extensionAttribute10", VENDORS),
    certain(&["custom attribute 11", "Erweiterungsattribut 11"], "extensionAttribute11", VENDORS),
    certain(&["custom attribute 12", "Erweiterungsattribut 12"], "extensionAttribute12", VENDORS),
    certain(&["custom attribute 13", "Erweiterungsattribut 13"], "extensionAttribute13", VENDORS),
    certain(&["custom attribute 14", "Erweiterungsattribut 14"], "extensionAttribute14", VENDORS),
    certain(&["custom attribute 15", "Erweiterungsattribut 15"], "extensionAttribute15", VENDORS),
];

pub(super) const GROUP: &[Spelling] = &[
    certain(&["group name"], "displayName", VENDORS),
    certain(&["Anzeigename", "Gruppenname"], "displayName", GERMAN),
    likely(&["name"], "displayName", VENDORS),
    certain(&["group ID", "group object ID"], "objectId", VENDORS),
    certain(&["Objekt-ID"], "objectId", GERMAN),
    certain(&["member", "group members"], "members", VENDORS),
    certain(&["Mitglieder"], "members", GERMAN),
    certain(&["Beschreibung"], "description", GERMAN),
    certain(&["email", "email address"], "mail", PORTAL),
];
