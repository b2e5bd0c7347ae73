//! Files of earlier versions: each step changes a file of one version to the next version. A file takes every step after
//! its version.
//!
//! To add a version, add its step at the end of [`STEPS`], which raises `VERSION`, and add a file of the old version to
//! `tests/data/plans`. Never delete that file.

use serde_json::{Map, Value};

use super::PlanFileError;
use crate::catalog::{Evidence, recognise_profile};
use crate::plan::ProfileId;

/// Changes the members of a file of one version to those of the next, and says what it could not decide.
pub(super) type Step = fn(&mut Map<String, Value>, &mut Vec<String>);

/// The first is for files of version 1.
pub(super) const STEPS: &[Step] = &[name_target_profile];

/// The members of an older file as this version has them.
pub(super) fn migrate(
    members: Map<String, Value>,
    version: u64,
    notes: &mut Vec<String>,
) -> Result<Map<String, Value>, PlanFileError> {
    migrate_by(STEPS, members, version, notes)
}

fn migrate_by(
    steps: &[Step],
    mut members: Map<String, Value>,
    version: u64,
    notes: &mut Vec<String>,
) -> Result<Map<String, Value>, PlanFileError> {
    let first = version.checked_sub(1).and_then(|index| usize::try_from(index).ok());
    let Some(remaining) = first.and_then(|first| steps.get(first..)) else {
        return Err(PlanFileError::Older { version });
    };
    for step in remaining {
        step(&mut members, notes);
    }
    members.insert("version".to_owned(), Value::from(steps.len() + 1));
    Ok(members)
}

/// Version 2 says whose application it is. Version 1 said only whether a mapping came from another connector, and judged
/// every other plan as Staffbase's.
fn name_target_profile(members: &mut Map<String, Value>, notes: &mut Vec<String>) {
    let text = |value: Option<&Value>| value.and_then(Value::as_str).unwrap_or_default().to_owned();
    let url = text(members.get("connection").and_then(|connection| connection.get("tenant_url")));
    let mut scim = true;
    let mut imported = false;
    let mut names = vec![url];
    let mut directories = Vec::new();
    let mut first_match = None;
    for object in members.get_mut("object_mappings").and_then(Value::as_array_mut).into_iter().flatten() {
        if object.get("kind").is_none_or(|kind| kind == "user") {
            first_match = first_matching(object);
        }
        let Some(graph) = object.get_mut("graph").and_then(Value::as_object_mut) else { continue };
        imported = true;
        scim &= graph.remove("target_kind").is_none_or(|kind| kind != "other");
        names.extend(["template", "rule", "object_mapping"].map(|name| text(graph.get(name))));
        directories.push(text(graph.get("target_directory")));
    }
    let first_match = first_match.as_deref();
    let names: Vec<&str> = names.iter().chain(&directories).map(String::as_str).collect();
    let evidence = Evidence { scim, names, first_match };
    let (recognised, _) = recognise_profile(&evidence);
    // customappsso is the directory of any application, and another one that of a certain application.
    let directory = directories.iter().find(|name| !name.is_empty() && !name.eq_ignore_ascii_case("customappsso"));
    let is_named = recognised.recognised.rest.is_none();
    let profile = if scim && !is_named && directory.is_none() { ProfileId::DEFAULT } else { recognised.id };
    if imported && scim && !is_named {
        let because = match directory {
            Some(name) => format!("its target directory is {name}"),
            None => "nothing in it names an application, and it was judged like this before".to_owned(),
        };
        notes.push(format!(
            "the plan is from an older version and does not say whose application it is. Its target profile is {profile}, \
             because {because}. You can change it in Settings, or with --target-profile"
        ));
    }
    members.insert("target_profile".to_owned(), Value::from(profile));
}

/// The target attribute that an object mapping matches on first.
fn first_matching(object: &Value) -> Option<String> {
    let rows = object.get("attribute_mappings")?.as_array()?;
    let precedence = |row: &Value| row.get("matching_precedence").and_then(Value::as_u64);
    let first = rows.iter().filter(|row| precedence(row).is_some()).min_by_key(|row| precedence(row))?;
    Some(first.get("target_attribute")?.as_str()?.to_owned())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn migrated(version: u64) -> Result<Value, PlanFileError> {
        let steps: [Step; 2] = [
            |members, _| {
                let title = members.remove("title").unwrap_or_default();
                members.insert("name".to_owned(), title);
            },
            |members, _| {
                members.insert("added".to_owned(), json!(members.contains_key("name")));
            },
        ];
        let Value::Object(members) = json!({ "version": version, "title": "Old" }) else { return Ok(Value::Null) };
        migrate_by(&steps, members, version, &mut Vec::new()).map(Value::Object)
    }

    #[test]
    fn a_file_takes_every_step_after_its_version_in_order() {
        assert_eq!(migrated(1), Ok(json!({ "version": 3, "name": "Old", "added": true })));
        assert_eq!(migrated(2), Ok(json!({ "version": 3, "title": "Old", "added": false })));
        assert_eq!(migrated(3), Ok(json!({ "version": 3, "title": "Old" })));
    }

    fn profile(members: Value) -> (String, usize) {
        let Value::Object(members) = members else { return (String::new(), 0) };
        let mut notes = Vec::new();
        let members = migrate(members, 1, &mut notes).unwrap();
        (members["target_profile"].as_str().unwrap().to_owned(), notes.len())
    }

    #[test]
    fn a_plan_of_version_1_gets_a_target_profile() {
        let imported = |graph: Value, target: &str, url: &str| {
            json!({ "connection": { "tenant_url": url }, "object_mappings": [{ "kind": "user", "graph": graph,
                "attribute_mappings": [{ "target_attribute": target, "matching_precedence": 1 }] }] })
        };
        let scim = json!({ "target_directory": "customappsso", "target_kind": "scim", "template": "scim.1" });
        let cases = [
            (json!({}), "staffbase", 0),
            (json!({ "object_mappings": [{ "kind": "user" }] }), "staffbase", 0),
            (imported(json!({ "target_kind": "other", "template": "gsuite.1" }), "externalId", ""), "other", 0),
            (imported(scim.clone(), "externalId", ""), "staffbase", 0),
            (imported(scim.clone(), "userName", "https://app.staffbase.com/scim"), "staffbase", 0),
            (imported(scim, "userName", "https://api.contoso.com/scim"), "staffbase", 1),
            (imported(json!({ "target_directory": "Slack", "target_kind": "scim" }), "userName", ""), "scim", 1),
        ];
        for (members, wanted, notes) in cases {
            assert_eq!(profile(members.clone()), (wanted.to_owned(), notes), "{members}");
        }
    }

    #[test]
    fn there_is_nothing_before_version_1() {
        assert_eq!(migrated(0), Err(PlanFileError::Older { version: 0 }));
    }
}
