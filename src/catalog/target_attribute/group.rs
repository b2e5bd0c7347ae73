//! Group attributes.

use super::TargetAttribute;
use crate::plan::AttributeType;

const GROUP: &str = "Group";

pub(super) const ATTRIBUTES: &[TargetAttribute] = &[
    TargetAttribute::text(
        "displayName",
        GROUP,
        "section 4.2",
        "The group's name. Staffbase shows it after [SCIM] with the default mapping.",
    ),
    TargetAttribute::text(
        "externalId",
        GROUP,
        "section 3.1",
        "The identifier: the Entra group's object id with the default mapping.",
    )
    .case_exact(),
    TargetAttribute::text(
        "members",
        GROUP,
        "section 4.2",
        "The members, as their ids at the target. Direct members only.",
    )
    .typed(AttributeType::Reference)
    .multivalued()
    .canonical(&["User", "Group"]),
    TargetAttribute::text("id", GROUP, "section 3.1", "The group's own id at the target. Never a mapping's target.")
        .case_exact()
        .required(),
];
