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
        "The sign-in name. For a guest, Entra removes #EXT# and the home domain: alias@theirdomain.",
    )
    .read_in(Document::MicrosoftDocs, "how-provisioning-works")
    .follows_name()
    .never_empty(),
    SourceAttribute::text(
        "objectId",
        IDENTITY,
        "The object's GUID. It never changes, so it is the most stable identifier.",
    )
    .graph("id")
    .read_in(Document::MicrosoftValidator, "names of the engine and of Graph")
    .never_empty(),
    SourceAttribute::text("originalUserPrincipalName", IDENTITY, "The sign-in name as stored, with #EXT# for a guest.")
        .follows_name()
        .never_empty(),
    SourceAttribute::text(
        "mailNickname",
        IDENTITY,
        "The mail alias. It may be empty, and two people may have the same one.",
    )
    .follows_name(),
    SourceAttribute::text("employeeId", IDENTITY, "The employee number from the personnel system.")
        .read_in(Document::OtherVendors, "default mapping table"),
    SourceAttribute::text(
        "onPremisesSecurityIdentifier",
        IDENTITY,
        "The security identifier of a synchronized account.",
    ),
    SourceAttribute::text(
        "immutableId",
        IDENTITY,
        "The anchor of an account that is synchronized from an on-premises directory.",
    )
    .graph("onPremisesImmutableId")
    .portal_list(),
    SourceAttribute::text("onPremisesSamAccountName", IDENTITY, "The logon name of a synchronized account.")
        .check_drop_down(),
    SourceAttribute::text("onPremisesDistinguishedName", IDENTITY, "The distinguished name of a synchronized account.")
        .check_drop_down(),
    SourceAttribute::text("givenName", NAME, "First name.").shared(),
    SourceAttribute::text("surname", NAME, "Family name.").shared(),
    SourceAttribute::text("displayName", NAME, "The name as the directory shows it.").shared(),
    SourceAttribute::text("mail", CONTACT, "The primary e-mail address. It may be empty.").follows_name(),
    SourceAttribute::text(
        "proxyAddresses",
        CONTACT,
        "All addresses, each with a prefix such as SMTP:. It does not fit a single-valued target.",
    )
    .multivalued()
    .follows_name(),
    SourceAttribute::text("otherMails", CONTACT, "Further e-mail addresses.")
        .multivalued()
        .read_in(Document::OtherVendors, "expressions of customers"),
    SourceAttribute::text("mobile", CONTACT, "Mobile phone.")
        .graph("mobilePhone")
        .read_in(Document::MicrosoftValidator, "names of the engine and of Graph"),
    SourceAttribute::text("telephoneNumber", CONTACT, "Business phone. Graph has a list. Entra uses a single value.")
        .graph("businessPhones")
        .read_in(Document::MicrosoftValidator, "names of the engine and of Graph"),
    SourceAttribute::text("facsimileTelephoneNumber", CONTACT, "Fax number.")
        .graph("faxNumber")
        .read_in(Document::MicrosoftValidator, "names of the engine and of Graph")
        .shared(),
    SourceAttribute::text("jobTitle", JOB, "Job title.").shared(),
    SourceAttribute::text("department", JOB, "Department.").shared(),
    SourceAttribute::text("companyName", JOB, "Company.").shared(),
    SourceAttribute::text(
        "manager",
        JOB,
        "The manager, sent as the manager's ID in the target. Scoping filters cannot use it.",
    )
    .typed(AttributeType::Reference)
    .shared(),
    SourceAttribute::text("employeeType", JOB, "Kind of employment.").check_drop_down().shared(),
    SourceAttribute::text("employeeHireDate", JOB, "First day of work.")
        .typed(AttributeType::DateTime)
        .check_drop_down()
        .shared(),
    SourceAttribute::text("employeeLeaveDateTime", JOB, "Last day of work.")
        .typed(AttributeType::DateTime)
        .check_drop_down()
        .shared(),
    SourceAttribute::text("employeeOrgData.costCenter", JOB, "Cost centre.").check_drop_down().shared(),
    SourceAttribute::text("employeeOrgData.division", JOB, "Division.").check_drop_down().shared(),
    SourceAttribute::text("physicalDeliveryOfficeName", ADDRESS, "Office.")
        .graph("officeLocation")
        .read_in(Document::MicrosoftValidator, "names of the engine and of Graph")
        .shared(),
    SourceAttribute::text("streetAddress", ADDRESS, "Street and number.").shared(),
    SourceAttribute::text("city", ADDRESS, "City.").shared(),
    SourceAttribute::text("state", ADDRESS, "State or province.").shared(),
    SourceAttribute::text("postalCode", ADDRESS, "Postal code.").shared(),
    SourceAttribute::text("country", ADDRESS, "Country or region.").shared(),
    SourceAttribute::text("preferredLanguage", PREFERENCES, "The language tag, usually with a hyphen: en-US.").shared(),
    SourceAttribute::text("usageLocation", PREFERENCES, "The country that licences are used in.")
        .check_drop_down()
        .shared(),
    SourceAttribute::text(
        "IsSoftDeleted",
        ACCOUNT,
        "Computed: True when the person is unassigned, out of scope, deleted or blocked from signing in.",
    )
    .typed(AttributeType::Boolean)
    .read_in(Document::MicrosoftDocs, "how-provisioning-works")
    .shared()
    .never_empty(),
    SourceAttribute::text(
        "accountEnabled",
        ACCOUNT,
        "Whether the person may sign in. It ignores assignment and scope.",
    )
    .typed(AttributeType::Boolean)
    .shared()
    .never_empty(),
    SourceAttribute::text(
        "dirSyncEnabled",
        ACCOUNT,
        "Whether the account is synchronized from an on-premises directory.",
    )
    .typed(AttributeType::Boolean)
    .shared()
    .graph("onPremisesSyncEnabled"),
    SourceAttribute::text("userType", ACCOUNT, "Member or Guest. Not allowed in scoping filters.")
        .shared()
        .portal_list(),
    SourceAttribute::text("userState", ACCOUNT, "Whether a guest accepted the invitation.")
        .shared()
        .graph("externalUserState")
        .portal_list(),
    SourceAttribute::text("showInAddressList", ACCOUNT, "Whether address lists show the person.")
        .typed(AttributeType::Boolean)
        .shared()
        .portal_list(),
    SourceAttribute::text(
        "appRoleAssignments",
        ACCOUNT,
        "Roles in the application. Use it only inside the role functions of an expression.",
    )
    .multivalued()
    .shared(),
    SourceAttribute::text(
        "passwordProfile.password",
        ACCOUNT,
        "Listed by the schema. Passwords cannot be provisioned.",
    )
    .not_available(),
    SourceAttribute::text("sAMAccountName", ACCOUNT, "Not in the list. It needs a directory extension.")
        .not_available(),
    SourceAttribute::text("targetAddress", ACCOUNT, "You cannot select it.").not_available(),
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
