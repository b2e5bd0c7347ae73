//! Under which path Entra sends a target attribute, and which attributes it never sends as a plain value.

use super::Reason;
use crate::catalog::core_qualified;
use crate::plan::{AttributePath, ENTERPRISE_USER, ObjectKind};

/// The path of an update. An attribute outside the extension pattern goes under the core schema's URN (observed).
pub(super) fn sent_path(kind: ObjectKind, target: &str) -> String {
    core_qualified(kind, target).unwrap_or_else(|| target.to_owned())
}

/// Why a target attribute is never sent as a plain value.
pub(super) fn refusal(kind: ObjectKind, path: &AttributePath<'_>) -> Option<Reason> {
    let is = |name: &str| path.schema.is_none() && path.attribute.eq_ignore_ascii_case(name);
    if is_manager(path) || (kind == ObjectKind::Group && is("members")) {
        return Some(Reason::Reference);
    }
    is("id").then(|| Reason::Target("the target sets the id".to_owned()))
}

/// Whether a path is the manager reference.
pub(super) fn is_manager(path: &AttributePath<'_>) -> bool {
    path.schema.is_some_and(|schema| schema.eq_ignore_ascii_case(ENTERPRISE_USER))
        && path.attribute.eq_ignore_ascii_case("manager")
}
