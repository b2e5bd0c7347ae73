//! A table of facts: the forms of files in which admins have their people, with the headings of each.
//!
//! Headings are compared by [`super::spelling_key`]. A heading that a form does not list is looked up among the spellings
//! of source attributes. Sources: Microsoft's page about downloading users and its migration tables, real exports that
//! people have published, and tools that read or write the form.

use super::{Document, Source};

/// A form of a file with people, or with the users of the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PeopleForm {
    /// Its name in files and tests.
    pub name: &'static str,
    /// What it is, for a message.
    pub words: &'static str,
    /// One heading of each group must be there, spelled exactly so.
    pub signs: &'static [&'static [&'static str]],
    /// What its headings mean. The headings are reduced to letters and digits.
    pub headings: &'static [(&'static str, Means)],
    /// What is between the entries of a list in one cell.
    pub list_separator: char,
    /// Where further attributes can be exported.
    pub export: Export,
    /// Where the headings are from.
    pub source: Source,
}

/// What a heading means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Means {
    /// An attribute: of Entra for people, a SCIM path for the users of the target.
    Attribute(&'static str),
    /// The opposite of an attribute.
    Opposite(&'static str),
    /// A list whose first entry is the attribute.
    First(&'static str),
    /// No attribute.
    Nothing,
}

/// Where further attributes can be exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Export {
    /// Get-MgUser with `-Property`.
    PowerShell,
    /// Microsoft Graph with `$select`.
    Graph,
    /// `az rest` with `$select`.
    AzureCli,
    /// The program that made the file.
    Maker,
}

use Means::{Attribute, First, Nothing, Opposite};

const DOWNLOAD: Source = Source::new(Document::MicrosoftDocs, "users-bulk-download");
const PUBLISHED: Source = Source::new(Document::Unconfirmed, "exports and tools that people have published");
const STAFFBASE_IMPORT: Source = Source::new(Document::StaffbaseHelpCenter, "CSV import mappings");

/// The user download of the Entra admin centre.
pub const ENTRA_PORTAL: PeopleForm = PeopleForm {
    name: "entra-portal",
    words: "the user download of the Entra admin center",
    signs: &[
        &["userPrincipalName"],
        &["displayName"],
        &["surname"],
        &["givenName"],
        &[
            "creationType",
            "alternateEmailAddress",
            "legalAgeGroupClassification",
            "directorySynced",
            "physicalDeliveryOfficeName",
        ],
    ],
    headings: &[
        ("userprincipalname", Attribute("userPrincipalName")),
        ("displayname", Attribute("displayName")),
        ("surname", Attribute("surname")),
        ("mail", Attribute("mail")),
        ("givenname", Attribute("givenName")),
        ("id", Attribute("objectId")),
        ("objectid", Attribute("objectId")),
        ("usertype", Attribute("userType")),
        ("jobtitle", Attribute("jobTitle")),
        ("department", Attribute("department")),
        ("companyname", Attribute("companyName")),
        ("employeeid", Attribute("employeeId")),
        ("accountenabled", Attribute("accountEnabled")),
        ("usagelocation", Attribute("usageLocation")),
        ("streetaddress", Attribute("streetAddress")),
        ("state", Attribute("state")),
        ("country", Attribute("country")),
        ("officelocation", Attribute("physicalDeliveryOfficeName")),
        ("physicaldeliveryofficename", Attribute("physicalDeliveryOfficeName")),
        ("city", Attribute("city")),
        ("postalcode", Attribute("postalCode")),
        ("telephonenumber", Attribute("telephoneNumber")),
        ("mobilephone", Attribute("mobile")),
        ("mobile", Attribute("mobile")),
        ("authenticationphonenumber", Nothing),
        ("authenticationalternativephonenumber", Nothing),
        ("authenticationemail", Nothing),
        ("alternateemailaddress", Attribute("otherMails")),
        ("agegroup", Nothing),
        ("consentprovidedforminor", Nothing),
        ("legalagegroupclassification", Nothing),
        ("creationtype", Nothing),
        ("directorysynced", Attribute("dirSyncEnabled")),
        ("invitationstate", Nothing),
        ("identityissuer", Nothing),
        ("createddatetime", Nothing),
    ],
    list_separator: ';',
    export: Export::PowerShell,
    source: DOWNLOAD,
};

/// The user export of the Microsoft 365 admin centre. It has no `mail`: the primary proxy address is another attribute.
pub const MICROSOFT_365: PeopleForm = PeopleForm {
    name: "microsoft-365",
    words: "the user export of the Microsoft 365 admin center",
    signs: &[&["Display name"], &["User principal name"], &["Block credential", "Licenses", "Object Id"]],
    headings: &[
        ("blockcredential", Opposite("accountEnabled")),
        ("city", Attribute("city")),
        ("countryregion", Attribute("country")),
        ("countryorregion", Attribute("country")),
        ("department", Attribute("department")),
        ("dirsyncenabled", Attribute("dirSyncEnabled")),
        ("displayname", Attribute("displayName")),
        ("fax", Attribute("facsimileTelephoneNumber")),
        ("firstname", Attribute("givenName")),
        ("lastname", Attribute("surname")),
        ("licenses", Nothing),
        ("mobilephone", Attribute("mobile")),
        ("objectid", Attribute("objectId")),
        ("office", Attribute("physicalDeliveryOfficeName")),
        ("phonenumber", Attribute("telephoneNumber")),
        ("postalcode", Attribute("postalCode")),
        ("preferreddatalocation", Nothing),
        ("preferredlanguage", Attribute("preferredLanguage")),
        ("proxyaddresses", Attribute("proxyAddresses")),
        ("softdeletiontimestamp", Attribute("deletedDateTime")),
        ("state", Attribute("state")),
        ("stateorprovince", Attribute("state")),
        ("streetaddress", Attribute("streetAddress")),
        ("title", Attribute("jobTitle")),
        ("usagelocation", Attribute("usageLocation")),
        ("userprincipalname", Attribute("userPrincipalName")),
        ("whencreated", Nothing),
    ],
    list_separator: '+',
    export: Export::PowerShell,
    source: PUBLISHED,
};

/// `Get-AzureADUser | Export-Csv`.
pub const AZURE_AD: PeopleForm = PeopleForm {
    name: "get-azureaduser",
    words: "an export of Get-AzureADUser",
    signs: &[&["UserPrincipalName"], &["ExtensionProperty", "DirSyncEnabled"], &["ObjectId"]],
    headings: &[("facsimiletelephonenumber", Attribute("facsimileTelephoneNumber")), ("mobile", Attribute("mobile"))],
    list_separator: ' ',
    export: Export::PowerShell,
    source: PUBLISHED,
};

/// `Get-MsolUser | Export-Csv`.
pub const MSONLINE: PeopleForm = PeopleForm {
    name: "get-msoluser",
    words: "an export of Get-MsolUser",
    signs: &[&["UserPrincipalName"], &["BlockCredential", "IsLicensed"]],
    headings: &[
        ("blockcredential", Opposite("accountEnabled")),
        ("title", Attribute("jobTitle")),
        ("phonenumber", Attribute("telephoneNumber")),
        ("alternateemailaddresses", Attribute("otherMails")),
        ("softdeletiontimestamp", Attribute("deletedDateTime")),
    ],
    list_separator: ' ',
    export: Export::PowerShell,
    source: PUBLISHED,
};

/// `Get-MgUser | Export-Csv`, with or without `Select-Object`.
pub const GET_MGUSER: PeopleForm = PeopleForm {
    name: "get-mguser",
    words: "an export of Get-MgUser",
    signs: &[&["UserPrincipalName", "DisplayName"], &["AdditionalProperties", "AccountEnabled", "GivenName", "Id"]],
    headings: &[
        ("id", Attribute("objectId")),
        ("businessphones", First("telephoneNumber")),
        ("onpremisessyncenabled", Attribute("dirSyncEnabled")),
        ("deleteddatetime", Attribute("deletedDateTime")),
        ("title", Nothing),
    ],
    list_separator: ';',
    export: Export::PowerShell,
    source: PUBLISHED,
};

/// The user import of Staffbase. The automatic import names its columns; a manual one has free headings.
pub const STAFFBASE: PeopleForm = PeopleForm {
    name: "staffbase",
    words: "a CSV file of Staffbase users",
    signs: &[&[
        "externalId",
        "externalID",
        "eMail",
        "accessCode",
        "profile-field:firstName",
        "profile-field:lastName",
        "profile-field:position",
        "profile-field:department",
        "mandatoryGroupIDs",
    ]],
    headings: &[
        ("externalid", Attribute("externalId")),
        ("identifier", Attribute("externalId")),
        ("useridentifier", Attribute("externalId")),
        ("email", Attribute("emails[type eq \"work\"].value")),
        ("primaryemailaddress", Attribute("emails[type eq \"work\"].value")),
        ("username", Attribute("userName")),
        ("accesscode", Nothing),
        ("recoverycode", Nothing),
        ("recoverycodeexpiration", Nothing),
        ("mandatorygroupids", Nothing),
        ("profilefieldfirstname", Attribute("name.givenName")),
        ("firstname", Attribute("name.givenName")),
        ("profilefieldlastname", Attribute("name.familyName")),
        ("lastname", Attribute("name.familyName")),
        ("profilefieldposition", Attribute("title")),
        ("position", Attribute("title")),
        ("profilefielddepartment", Attribute("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department")),
        ("department", Attribute("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department")),
        ("profilefieldlocation", Attribute("addresses[type eq \"work\"].locality")),
        ("location", Attribute("addresses[type eq \"work\"].locality")),
        ("profilefieldpublicemailaddress", Attribute("emails[type eq \"public\"].value")),
        ("profilefieldphonenumber", Attribute("phoneNumbers[type eq \"mobile\"].value")),
        ("language", Attribute("locale")),
    ],
    list_separator: ',',
    export: Export::Maker,
    source: STAFFBASE_IMPORT,
};

/// Any other CSV file: its headings are guessed.
pub const OTHER_CSV: PeopleForm = PeopleForm {
    name: "other-csv",
    words: "a CSV file with its own headings",
    signs: &[],
    headings: &[
        ("id", Attribute("objectId")),
        ("userid", Attribute("objectId")),
        ("businessphones", First("telephoneNumber")),
        ("blockcredential", Opposite("accountEnabled")),
        ("blocksignin", Opposite("accountEnabled")),
        ("alternateemailaddress", Attribute("otherMails")),
        ("directorysynced", Attribute("dirSyncEnabled")),
        ("sn", Attribute("surname")),
        ("nom", Attribute("surname")),
        ("prenom", Attribute("givenName")),
        ("nomcomplet", Attribute("displayName")),
        ("nomdutilisateurprincipal", Attribute("userPrincipalName")),
        ("primarysmtpaddress", Attribute("mail")),
        ("workmail", Attribute("mail")),
        ("service", Attribute("department")),
        ("matricule", Attribute("employeeId")),
        ("managerid", Attribute("manager")),
        ("manageruserprincipalname", Attribute("manager")),
        ("deleteddatetime", Attribute("deletedDateTime")),
    ],
    list_separator: ';',
    export: Export::Maker,
    source: PUBLISHED,
};

/// Graph's answers: Graph Explorer, REST, `Invoke-MgGraphRequest`.
pub const GRAPH_JSON: PeopleForm = PeopleForm {
    name: "graph-json",
    words: "JSON of Microsoft Graph",
    signs: &[&["userPrincipalName", "displayName", "id"]],
    headings: &[("businessphones", First("telephoneNumber")), ("id", Attribute("objectId"))],
    list_separator: ';',
    export: Export::Graph,
    source: Source::new(Document::MicrosoftDocs, "user-list"),
};

/// `az ad user list`: a list of Graph's default properties, without Graph's annotations.
pub const AZURE_CLI: PeopleForm = PeopleForm {
    name: "az-ad-user-list",
    words: "JSON of az ad user list",
    export: Export::AzureCli,
    source: Source::new(Document::MicrosoftDocs, "microsoft-graph-migration (Azure CLI)"),
    ..GRAPH_JSON
};

/// `Get-MgUser | ConvertTo-Json`.
pub const GET_MGUSER_JSON: PeopleForm = PeopleForm {
    name: "get-mguser-json",
    words: "JSON of Get-MgUser",
    signs: &[&["UserPrincipalName", "DisplayName", "Id"]],
    export: Export::PowerShell,
    source: PUBLISHED,
    ..GRAPH_JSON
};

/// SCIM resources of the target.
pub const SCIM_JSON: PeopleForm = PeopleForm {
    name: "scim-json",
    words: "SCIM resources",
    signs: &[],
    headings: &[],
    list_separator: ',',
    export: Export::Maker,
    source: Source::new(Document::Rfc7643, "section 3"),
};

/// A way to export people from Entra.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExportWay {
    /// What it is called.
    pub name: &'static str,
    /// What to do, and what the file has.
    pub steps: &'static str,
    /// What is run, if something is: it can name the attributes.
    pub command: Option<Export>,
    /// Where this is from.
    pub source: Source,
}

/// The ways to export people, the easiest first.
pub const WAYS: [ExportWay; 6] = [
    ExportWay {
        name: "Entra admin center",
        steps: "Open Users > All users and choose “Download users”. The file has the usual attributes. It has no manager, no preferred language and no extension attributes.",
        command: None,
        source: DOWNLOAD,
    },
    ExportWay {
        name: "Microsoft 365 admin center",
        steps: "Open Users > Active users and choose “Export users”.",
        command: None,
        source: PUBLISHED,
    },
    ExportWay {
        name: "PowerShell",
        steps: "This command exports everything that your plan reads.",
        command: Some(Export::PowerShell),
        source: PUBLISHED,
    },
    ExportWay {
        name: "Azure CLI",
        steps: "This command exports everything that your plan reads, one page of 999 people.",
        command: Some(Export::AzureCli),
        source: Source::new(Document::MicrosoftDocs, "user-list"),
    },
    ExportWay {
        name: "Microsoft Graph",
        steps: "Save the answer of this request as JSON. If it has more pages, put them into one file.",
        command: Some(Export::Graph),
        source: Source::new(Document::MicrosoftDocs, "user-list"),
    },
    ExportWay {
        name: "Any other CSV file",
        steps: "The first line has the headings, and each person has a row. You check what each column holds.",
        command: None,
        source: PUBLISHED,
    },
];

/// The forms of CSV files, the most particular first.
pub const CSV_FORMS: [&PeopleForm; 6] = [&ENTRA_PORTAL, &MICROSOFT_365, &AZURE_AD, &MSONLINE, &STAFFBASE, &GET_MGUSER];

impl PeopleForm {
    /// Whether a header is of this form.
    pub fn fits(&self, headings: &[String]) -> bool {
        let has = |sign: &&str| headings.iter().any(|heading| heading == sign);
        self.signs.iter().all(|group| group.iter().any(has))
    }

    /// What a heading, reduced to letters and digits, means in this form.
    pub fn means(&self, key: &str) -> Option<Means> {
        self.headings.iter().find(|(heading, _)| *heading == key).map(|(_, means)| *means)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{source_attribute, spelling_key};
    use crate::plan::{AttributePath, ObjectKind};

    #[test]
    fn every_heading_is_reduced_and_means_something_that_exists() {
        let forms = CSV_FORMS.into_iter().chain([&OTHER_CSV, &GRAPH_JSON, &AZURE_CLI, &GET_MGUSER_JSON, &SCIM_JSON]);
        for form in forms {
            for (heading, means) in form.headings {
                assert_eq!(spelling_key(heading), *heading, "{}", form.name);
                let (Attribute(name) | Opposite(name) | First(name)) = means else { continue };
                let exists = if form.name == STAFFBASE.name {
                    AttributePath::parse(name).is_ok()
                } else {
                    *name == "deletedDateTime" || source_attribute(ObjectKind::User, name).is_some()
                };
                assert!(exists, "{}: {name}", form.name);
            }
        }
    }
}
