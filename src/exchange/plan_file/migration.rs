//! Files of earlier versions: each step changes a file of one version to the next version. A file takes every step after
//! its version.
//!
//! To add a version, add its step at the end of [`STEPS`], which raises `VERSION`, and add a file of the old version to
//! `tests/data/plans`. Never delete that file.

use serde_json::{Map, Value};

use super::PlanFileError;

/// Changes the members of a file of one version to those of the next.
pub(super) type Step = fn(&mut Map<String, Value>);

/// The first is for files of version 1.
pub(super) const STEPS: &[Step] = &[];

/// The members of an older file as this version has them.
pub(super) fn migrate(members: Map<String, Value>, version: u64) -> Result<Map<String, Value>, PlanFileError> {
    migrate_by(STEPS, members, version)
}

fn migrate_by(
    steps: &[Step],
    mut members: Map<String, Value>,
    version: u64,
) -> Result<Map<String, Value>, PlanFileError> {
    let first = version.checked_sub(1).and_then(|index| usize::try_from(index).ok());
    let Some(remaining) = first.and_then(|first| steps.get(first..)) else {
        return Err(PlanFileError::Older { version });
    };
    for step in remaining {
        step(&mut members);
    }
    members.insert("version".to_owned(), Value::from(steps.len() + 1));
    Ok(members)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn migrated(version: u64) -> Result<Value, PlanFileError> {
        let steps: [Step; 2] = [
            |members| {
                let title = members.remove("title").unwrap_or_default();
                members.insert("name".to_owned(), title);
            },
            |members| {
                members.insert("added".to_owned(), json!(members.contains_key("name")));
            },
        ];
        let Value::Object(members) = json!({ "version": version, "title": "Old" }) else { return Ok(Value::Null) };
        migrate_by(&steps, members, version).map(Value::Object)
    }

    #[test]
    fn a_file_takes_every_step_after_its_version_in_order() {
        assert_eq!(migrated(1), Ok(json!({ "version": 3, "name": "Old", "added": true })));
        assert_eq!(migrated(2), Ok(json!({ "version": 3, "title": "Old", "added": false })));
        assert_eq!(migrated(3), Ok(json!({ "version": 3, "title": "Old" })));
    }

    #[test]
    fn there_is_nothing_before_version_1() {
        assert_eq!(migrated(0), Err(PlanFileError::Older { version: 0 }));
    }
}
