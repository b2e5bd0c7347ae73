//! A schema that is imported and merged back is unchanged. Real exports are tested too, if they are there.

use std::path::Path;

use crosswalk::catalog::Starter;
use crosswalk::exchange::graph_schema::{Choice, import, kind_caution, merge, skeleton};
use crosswalk::exchange::json::Document;
use crosswalk::plan::Plan;
use serde_json::{Value, json};

fn imported(text: &str) -> Plan {
    let document = Document::parse(text.to_owned()).unwrap();
    import(&document, &Choice::default()).unwrap().plan
}

fn without_places(mut plan: Plan) -> Plan {
    for mapping in &mut plan.object_mappings {
        mapping.graph = None;
    }
    plan
}

#[test]
fn a_starter_written_as_a_schema_is_read_back_the_same() {
    for starter in Starter::ALL {
        let plan = starter.plan();
        let back = without_places(imported(&skeleton(&plan).0));
        assert_eq!(back.object_mappings, plan.object_mappings, "{}", starter.name());
    }
}

#[test]
fn a_plan_merged_into_the_file_it_came_from_changes_nothing_but_what_was_changed() {
    let schema = skeleton(&Starter::StaffbaseMinimum.plan()).0;
    let document = Document::parse(schema.clone()).unwrap();
    let mut plan = imported(&schema);
    assert!(!merge(&plan, &document).unwrap().changed);

    plan.object_mappings[0].attribute_mappings[2].default_value = Some("Employee".to_owned());
    let merged = merge(&plan, &document).unwrap();
    assert!(merged.changed);
    let (before, after): (Value, Value) =
        (serde_json::from_str(&schema).unwrap(), serde_json::from_str(&merged.text).unwrap());
    let path = "/synchronizationRules/0/objectMappings/0/attributeMappings";
    let rows = |schema: &Value| schema.pointer(path).and_then(Value::as_array).unwrap().clone();
    let changed: Vec<_> =
        rows(&before).into_iter().zip(rows(&after)).filter(|(before, after)| before != after).collect();
    assert_eq!(changed.len(), 1, "{changed:#?}");
    assert_eq!(changed[0].1["defaultValue"], json!("Employee"));
}

#[test]
fn a_schema_of_another_kind_of_application_has_a_caution_in_plain_words() {
    let mut plan = Starter::StaffbaseMinimum.plan();
    let scim = skeleton(&plan).0;
    assert_eq!(kind_caution(&imported(&scim), &plan), None);
    plan.target_profile = "other".into();
    let caution = kind_caution(&imported(&scim), &plan).expect("a caution");
    assert!(caution.starts_with("The schema and the plan are for applications of different kinds"), "{caution}");
    let document = Document::parse(scim).unwrap();
    let notes: Vec<String> = merge(&plan, &document).unwrap().notes.iter().map(ToString::to_string).collect();
    assert_eq!(notes.iter().filter(|note| caution.starts_with(note.as_str())).count(), 1, "{notes:?}");
}

#[test]
fn real_exports_come_back_as_they_are_in_every_wrapping() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/cases/schemas");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        return crate::not_run(&format!("real exports: {} is missing", folder.display()));
    };
    let mut read = 0;
    for path in entries.flatten().map(|entry| entry.path()) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&path).unwrap();
        let text = text.trim_start_matches('\u{feff}');
        let Ok(schema) = serde_json::from_str::<Value>(text) else { continue };
        if !["salesforce-job-schema.json", "sparse.json"].contains(&name.as_str()) {
            let refused = import(&Document::parse(text.to_owned()).unwrap(), &Choice::default());
            assert!(refused.is_err(), "{name}");
            continue;
        }
        let rule = schema["synchronizationRules"][0].clone();
        let mapping = rule["objectMappings"][0].clone();
        let template = json!({"id": "t1", "factoryTag": "t1", "schema": schema});
        let other = json!({"id": "t2", "factoryTag": "t2", "schema": schema});
        for document in [schema.clone(), template.clone(), json!({"value": [template, other]}), rule, mapping] {
            let text = document.to_string();
            let parsed = Document::parse(text.clone()).unwrap();
            let plan = import(&parsed, &Choice::default()).unwrap().plan;
            let merged = merge(&plan, &parsed).unwrap();
            assert_eq!(serde_json::from_str::<Value>(&merged.text).unwrap(), document, "{name}");
            read += 1;
        }
    }
    assert_eq!(read, 10);
}
