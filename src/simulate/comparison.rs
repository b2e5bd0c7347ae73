//! Whether the target holds a value already (not documented; assumed): compared after conversion to the target's type,
//! externalId and id exactly, all others without regard to case.

use serde_json::Value as Json;

use crate::plan::AttributePath;

/// Whether the case of a path's values counts.
fn is_exact(path: &AttributePath<'_>) -> bool {
    path.schema.is_none()
        && path.sub_attribute.is_none()
        && ["externalId", "id"].iter().any(|name| path.attribute.eq_ignore_ascii_case(name))
}

/// Whether Entra treats two values of a path as equal.
pub(super) fn same_value(path: &AttributePath<'_>, wanted: &Json, found: &Json) -> bool {
    match (wanted, found) {
        (Json::Array(wanted), Json::Array(found)) => {
            let has = |one: &Json| found.iter().any(|other| same_value(path, one, other));
            wanted.len() == found.len() && wanted.iter().all(has)
        }
        (Json::Object(wanted), Json::Object(found)) => match (wanted.get("value"), found.get("value")) {
            (Some(wanted), Some(found)) => same_value(path, wanted, found),
            _ => wanted == found,
        },
        _ => match (compared(path, wanted), compared(path, found)) {
            (Some(wanted), Some(found)) => wanted == found,
            _ => false,
        },
    }
}

/// What is compared of a single value: two that give the same text are equal. A list or an object has no such text.
pub(super) fn compared(path: &AttributePath<'_>, value: &Json) -> Option<String> {
    let text = match value {
        Json::Array(_) | Json::Object(_) => return None,
        Json::String(text) => text.clone(),
        other => other.to_string(),
    };
    Some(if is_exact(path) { text } else { text.to_lowercase() })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn types_and_case_as_assumed() {
        for (path, wanted, found, same) in [
            ("title", json!("Köln"), json!("KÖLN"), true),
            ("title", json!("a"), json!("a "), false),
            ("externalId", json!("A"), json!("a"), false),
            ("id", json!("a"), json!("a"), true),
            ("active", json!(true), json!("True"), true),
            ("active", json!(false), json!(true), false),
            ("n", json!(5), json!("5"), true),
            ("roles", json!([{"value": "b"}, {"value": "a"}]), json!([{"value": "A"}, {"value": "B"}]), true),
            ("roles", json!([{"value": "b"}]), json!([]), false),
        ] {
            assert_eq!(
                same_value(&AttributePath::parse(path).unwrap(), &wanted, &found),
                same,
                "{path} {wanted} {found}"
            );
        }
    }
}
