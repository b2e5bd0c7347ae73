//! Group attributes.

use super::TargetAttribute;
use crate::plan::AttributeType;

const GROUP: &str = "Group";

pub(super) const ATTRIBUTES: &[TargetAttribute] = &[
    TargetAttribute::text("displayName", GROUP, "section 4.2", "The group's name."),
    TargetAttribute::text(
        "externalId",
        GROUP,
        "section 3.1",
        "The identifier. With the default mapping, it is the object ID of the Entra group.",
    )
    .case_exact(),
    TargetAttribute::text("members", GROUP, "section 4.2", "The direct members, as their IDs in the target.")
        .typed(AttributeType::Reference)
        .multivalued()
        .canonical(&["User", "Group"]),
    TargetAttribute::text("id", GROUP, "section 3.1", "The ID that the target gives the group. Do not map to it.")
        .case_exact()
        .required(),
];
