//! Group attributes of Microsoft Entra ID.

use super::{Document, SourceAttribute};
use crate::plan::AttributeType;

const GROUP: &str = "Group";

pub(super) const ATTRIBUTES: &[SourceAttribute] = &[
    SourceAttribute::text(
        "displayName",
        GROUP,
        "The group's name. Groups match by it by default, so it must be unique in the target.",
    )
    .read_in(Document::MicrosoftDocs, "customize-application-attributes"),
    SourceAttribute::text("objectId", GROUP, "The group's GUID. It never changes.").graph("id").never_empty(),
    SourceAttribute::text(
        "members",
        GROUP,
        "The direct members, sent as their IDs in the target. Scoping filters cannot use them.",
    )
    .typed(AttributeType::Reference)
    .multivalued(),
    SourceAttribute::text("description", GROUP, "What the group is for.")
        .read_in(Document::MicrosoftValidator, "names of the engine and of Graph")
        .shared(),
    SourceAttribute::text("mailNickname", GROUP, "The mail alias.")
        .read_in(Document::MicrosoftDocs, "provisioning log samples"),
    SourceAttribute::text("mailEnabled", GROUP, "Whether the group has a mailbox.")
        .typed(AttributeType::Boolean)
        .read_in(Document::MicrosoftDocs, "provisioning log samples")
        .shared(),
    SourceAttribute::text(
        "securityEnabled",
        GROUP,
        "Whether it is a security group. A group that you assign must be one.",
    )
    .typed(AttributeType::Boolean)
    .read_in(Document::MicrosoftDocs, "provisioning log samples")
    .shared(),
    SourceAttribute::text("proxyAddresses", GROUP, "All addresses, each with a prefix such as SMTP:.")
        .multivalued()
        .read_in(Document::OtherVendors, ""),
    SourceAttribute::text("mail", GROUP, "The e-mail address.").check_drop_down(),
    SourceAttribute::text("dirSyncEnabled", GROUP, "Whether the group is synchronized from an on-premises directory.")
        .typed(AttributeType::Boolean)
        .shared()
        .graph("onPremisesSyncEnabled")
        .check_drop_down(),
    SourceAttribute::text("onPremisesSecurityIdentifier", GROUP, "The security identifier of a synchronized group.")
        .check_drop_down(),
];
