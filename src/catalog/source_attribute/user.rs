//! User attributes of Microsoft Entra ID, as the provisioning engine names them.

use super::{Document, SourceAttribute};
use crate::plan::AttributeType;

const IDENTITY: &str = "Identity";
const NAME: &str = "Name";
const CONTACT: &str = "Contact";
const JOB: &str = "Job";
const ADDRESS: &str = "Address";
const PREFERENCES: &str = "Preferences";
const ACCOUNT: &str = "Account";
const EXTENSION: &str = "Extension attributes";

macro_rules! extension_attribute {
    ($number:literal) => {
        SourceAttribute::text(
            concat!("extensionAttribute", $number),
            EXTENSION,
            concat!("Extension attribute ", $number, " of the on-premises directory."),
        )
        .graph(concat!("onPremisesExtensionAttributes.extensionAttribute", $number))
    };
}

pub(super) const ATTRIBUTES: &[SourceAttribute] = &[
    SourceAttribute::text(
        "userPrincipalName",
        IDENTITY,
        "The sign-in name. For a guest the engine takes out #EXT# and the home domain: alias@theirdomain.",
    )
    .read_in(Document::MicrosoftDocs, "how-provisioning-works"),
    SourceAttribute::text(
        "objectId",
        IDENTITY,
        "The object's GUID. It never changes, so it is the steadiest identifier.",
    )
    .graph("id")
    .read_in(Document::MicrosoftValidator, "names of the engine and of Graph"),
    SourceAttribute::text("originalUserPrincipalName", IDENTITY, "The sign-in name as stored, with #EXT# for a guest."),
    SourceAttribute::text("mailNickname", IDENTITY, "The mail alias. It may be missing, and two people may share it."),
    SourceAttribute::text("employeeId", IDENTITY, "The employee number from the personnel system.")
        .read_in(Document::OtherVendors, "default mapping table"),
    SourceAttribute::text(
        "onPremisesSecurityIdentifier",
        IDENTITY,
        "The security identifier of a synchronised account.",
    ),
    SourceAttribute::text("onPremisesSamAccountName", IDENTITY, "The logon name of a synchronised account.")
        .check_drop_down(),
    SourceAttribute::text("onPremisesDistinguishedName", IDENTITY, "The distinguished name of a synchronised account.")
        .check_drop_down(),
    SourceAttribute::text("givenName", NAME, "First name."),
    SourceAttribute::text("surname", NAME, "Family name."),
    SourceAttribute::text("displayName", NAME, "The name as the directory shows it."),
    SourceAttribute::text("mail", CONTACT, "The primary e-mail address. It may be empty."),
    SourceAttribute::text(
        "proxyAddresses",
        CONTACT,
        "All addresses, each with a prefix such as SMTP:. Not for a single-valued target as it is.",
    )
    .multivalued(),
    SourceAttribute::text("otherMails", CONTACT, "Further e-mail addresses.")
        .multivalued()
        .read_in(Document::OtherVendors, "expressions of customers"),
    SourceAttribute::text("mobile", CONTACT, "Mobile phone.")
        .graph("mobilePhone")
        .read_in(Document::MicrosoftValidator, "names of the engine and of Graph"),
    SourceAttribute::text(
        "telephoneNumber",
        CONTACT,
        "Business phone. Graph has a list; the engine takes a single value.",
    )
    .graph("businessPhones")
    .read_in(Document::MicrosoftValidator, "names of the engine and of Graph"),
    SourceAttribute::text("facsimileTelephoneNumber", CONTACT, "Fax number.")
        .graph("faxNumber")
        .read_in(Document::MicrosoftValidator, "names of the engine and of Graph"),
    SourceAttribute::text("jobTitle", JOB, "Job title."),
    SourceAttribute::text("department", JOB, "Department."),
    SourceAttribute::text("companyName", JOB, "Company."),
    SourceAttribute::text(
        "manager",
        JOB,
        "The manager, sent as the manager's id at the target. Not allowed in scoping filters.",
    )
    .typed(AttributeType::Reference),
    SourceAttribute::text("employeeType", JOB, "Kind of employment.").check_drop_down(),
    SourceAttribute::text("employeeHireDate", JOB, "First day of work.")
        .typed(AttributeType::DateTime)
        .check_drop_down(),
    SourceAttribute::text("employeeLeaveDateTime", JOB, "Last day of work.")
        .typed(AttributeType::DateTime)
        .check_drop_down(),
    SourceAttribute::text("employeeOrgData.costCenter", JOB, "Cost centre.").check_drop_down(),
    SourceAttribute::text("employeeOrgData.division", JOB, "Division.").check_drop_down(),
    SourceAttribute::text("physicalDeliveryOfficeName", ADDRESS, "Office.")
        .graph("officeLocation")
        .read_in(Document::MicrosoftValidator, "names of the engine and of Graph"),
    SourceAttribute::text("streetAddress", ADDRESS, "Street and number."),
    SourceAttribute::text("city", ADDRESS, "City."),
    SourceAttribute::text("state", ADDRESS, "State or province."),
    SourceAttribute::text("postalCode", ADDRESS, "Postal code."),
    SourceAttribute::text("country", ADDRESS, "Country or region."),
    SourceAttribute::text("preferredLanguage", PREFERENCES, "The language tag, usually with a hyphen: en-US."),
    SourceAttribute::text("usageLocation", PREFERENCES, "The country that licences are used in.").check_drop_down(),
    SourceAttribute::text(
        "IsSoftDeleted",
        ACCOUNT,
        "Computed: True when the person is unassigned, out of scope, deleted or blocked from signing in.",
    )
    .typed(AttributeType::Boolean)
    .read_in(Document::MicrosoftDocs, "how-provisioning-works"),
    SourceAttribute::text(
        "accountEnabled",
        ACCOUNT,
        "Whether the person may sign in. It knows nothing of assignment and scope.",
    )
    .typed(AttributeType::Boolean),
    SourceAttribute::text(
        "dirSyncEnabled",
        ACCOUNT,
        "Whether the account is synchronised from an on-premises directory.",
    )
    .typed(AttributeType::Boolean),
    SourceAttribute::text(
        "appRoleAssignments",
        ACCOUNT,
        "Roles at the application. Only inside the role functions of an expression.",
    )
    .multivalued(),
    SourceAttribute::text(
        "passwordProfile.password",
        ACCOUNT,
        "Listed by the schema; passwords cannot be provisioned.",
    )
    .not_available(),
    SourceAttribute::text("sAMAccountName", ACCOUNT, "Not in the list; it needs a directory extension.")
        .not_available(),
    SourceAttribute::text("userType", ACCOUNT, "Member or Guest. Not in the list; it needs a directory extension.")
        .not_available(),
    SourceAttribute::text("targetAddress", ACCOUNT, "Not selectable.").not_available(),
    extension_attribute!("1"),
    extension_attribute!("2"),
    extension_attribute!("3"),
    extension_attribute!("4"),
    extension_attribute!("5"),
    extension_attribute!("6"),
    extension_attribute!("7"),
    extension_attribute!("8"),
    extension_attribute!("9"),
    extension_attribute!("10"),
    extension_attribute!("11"),
    extension_attribute!("12"),
    extension_attribute!("13"),
    extension_attribute!("14"),
    extension_attribute!("15"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fifteen_extension_attributes_close_the_list() {
        assert_eq!(ATTRIBUTES.iter().filter(|attribute| attribute.group == EXTENSION).count(), 15);
    }
}
