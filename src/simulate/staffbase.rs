//! What Staffbase does with a request (Staffbase, SCIM Default Attribute Mappings, and the guide "Configuring SCIM with
//! Microsoft Entra ID").

use serde_json::Value as Json;

use super::{Effect, Request, Step};
use crate::plan::ObjectKind;

/// The note for an update that replaces externalId.
pub(super) const IDENTIFIER_CHANGES: &str = "The identifier changes. Change it in every system that feeds Staffbase at the same time, or Staffbase creates the person twice.";

/// The sentences about a request.
pub(super) fn effects(kind: ObjectKind, request: &Request) -> Vec<String> {
    let mut effects: Vec<&str> = Vec::new();
    let text = |path: &str| match &request.effect {
        Effect::Create(resource) => resource.get(path).and_then(Json::as_str),
        Effect::Set(values) => {
            values.iter().find(|(target, _)| target.eq_ignore_ascii_case(path)).and_then(|(_, value)| value.as_str())
        }
        _ => None,
    };
    match (kind, request.step) {
        (ObjectKind::User, Step::Create) => effects.push("Staffbase lists a new person under Pending Users."),
        (ObjectKind::User, Step::Disable) => {
            effects.push("Staffbase deactivates a registered user and deletes a pending invitation.");
        }
        (ObjectKind::User, Step::Restore) => effects.push("The user has access to Staffbase again."),
        (ObjectKind::User, Step::Delete) => effects.push("Staffbase deletes the user. You cannot undo that."),
        (ObjectKind::User, Step::Read) => {
            effects.push("Whether Staffbase answers with [at] instead of @ is not documented. Crosswalk assumes the value that was sent.");
        }
        (ObjectKind::Group, Step::Create) => effects.push("Staffbase shows it as a Manual Internal Group."),
        (ObjectKind::Group, Step::Read | Step::Match) => {
            effects.push(
                "Whether Staffbase answers with [SCIM] before the name is not documented. Crosswalk assumes the name that was sent.",
            );
        }
        _ => {}
    }
    if kind == ObjectKind::User && text("userName").is_some_and(|name| name.contains('@')) {
        effects.push("Staffbase replaces @ with [at] in the user name.");
    }
    let mut effects: Vec<String> = effects.into_iter().map(str::to_owned).collect();
    if kind == ObjectKind::Group
        && let Some(name) = text("displayName")
    {
        effects.push(format!("Staffbase shows the name as “[SCIM] {name}”."));
    }
    effects
}
