//! `--target-profile`, and `crosswalk import` of an application's answer to `/Schemas`.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use super::all_of;

fn path(name: &str) -> String {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("profiles-{name}")).to_string_lossy().into_owned()
}

fn file(name: &str, value: &Value) -> String {
    let path = path(name);
    fs::write(&path, value.to_string()).unwrap();
    path
}

fn schemas() -> String {
    concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/scim-schemas.json").to_owned()
}

fn starter(name: &str, more: &[&str]) -> (String, Value) {
    let written = path(name);
    let (code, _, complaints) = all_of(&[&["starter", "entra-default", "-o", &written], more].concat());
    assert_eq!((code, complaints.as_str()), (0, ""));
    let plan = serde_json::from_str(&fs::read_to_string(&written).unwrap()).unwrap();
    (written, plan)
}

#[test]
fn every_command_that_makes_or_reads_a_plan_takes_the_profile() {
    let (plan, made) = starter("scim.json", &["--target-profile", "scim"]);
    assert_eq!((made["target_profile"].as_str(), made["version"].as_u64()), (Some("scim"), Some(2)));
    let (_, output, _) = all_of(&["check", &plan]);
    assert!(!output.contains("M001") && !output.contains("Staffbase"), "{output}");
    let (_, output, _) = all_of(&["check", &plan, "--target-profile", "staffbase"]);
    assert!(output.contains("M001") && output.contains("Staffbase does not read"), "{output}");
    let (code, output, _) = all_of(&["export", &plan, "--format", "checklist-md", "--target-profile", "other"]);
    assert!(code == 0 && output.contains("Add the application from the gallery"), "{output}");
    let anna = file("anna.json", &json!({ "userPrincipalName": "anna@contoso.com", "accountEnabled": true }));
    let (_, output, notes) = all_of(&["preview", &plan, "--person", &anna, "--target-profile", "other"]);
    assert!(!output.contains("POST") && notes.contains("not documented"), "{notes}");
    let (_, output, _) = all_of(&["preview", &plan, "--person", &anna]);
    assert!(output.contains("POST") && !output.contains("Staffbase"), "{output}");
    let (code, _, complaint) = all_of(&["check", &plan, "--target-profile", "workday"]);
    assert!(code == 2 && complaint.contains("staffbase") && complaint.contains("scim-rfc7643"), "{complaint}");
}

#[test]
fn an_answer_to_schemas_becomes_a_plan_or_goes_onto_one() {
    let (code, output, notes) = all_of(&["import", &schemas()]);
    let plan: Value = serde_json::from_str(&output).unwrap();
    assert_eq!((code, plan["target_profile"].as_str()), (0, Some("scim")));
    assert!(notes.contains("The application describes"), "{notes}");
    let (onto, before) = starter("onto.json", &["--target-profile", "other"]);
    let changed = path("changed.json");
    let (code, _, notes) = all_of(&["import", &schemas(), "--onto", &onto, "-o", &changed]);
    assert_eq!(code, 0, "{notes}");
    let plan: Value = serde_json::from_str(&fs::read_to_string(&changed).unwrap()).unwrap();
    assert_eq!(plan["object_mappings"], before["object_mappings"]);
    assert_eq!(plan["target_profile"], "scim");
    assert!(plan["target_attributes"].as_array().unwrap().len() > 40);
    let (_, output, _) = all_of(&["check", &changed]);
    assert!(output.contains("T015 employeeKey: The application requires employeeKey"), "{output}");
    let anna = file("anna-described.json", &json!({ "userPrincipalName": "anna@contoso.com", "accountEnabled": true }));
    let (_, output, _) = all_of(&["preview", &changed, "--person", &anna]);
    assert!(output.contains("A strict server refuses the request: employeeKey is required"), "{output}");
}

#[test]
fn what_describes_nothing_is_refused_and_nothing_is_written() {
    let schema =
        json!({ "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Schema"], "id": "urn:a:User", "name": "User" });
    let written = path("nothing.json");
    let _ = fs::remove_file(&written);
    let (code, _, complaint) = all_of(&["import", &file("without.json", &schema), "-o", &written]);
    assert!(code == 2 && complaint.contains("has no list “attributes”"), "{complaint}");
    assert!(!fs::exists(&written).unwrap());
    let tenant = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/tenant-schema.json");
    let (onto, _) = starter("tenant-onto.json", &[]);
    let (code, _, complaint) = all_of(&["import", tenant, "--onto", &onto]);
    assert!(code == 2 && complaint.contains("--onto"), "{complaint}");
}

#[test]
fn a_plan_of_version_1_says_what_it_does_not_say() {
    let graph = json!({ "target_directory": "customappsso", "target_kind": "scim" });
    let mapping = json!({ "target_attribute": "userName", "matching_precedence": 1,
        "source": { "type": "direct", "attribute": "userPrincipalName" } });
    let object = json!({ "kind": "user", "graph": graph, "attribute_mappings": [mapping] });
    let old = json!({ "format": "crosswalk-plan", "version": 1, "object_mappings": [object] });
    let (_, output, notes) = all_of(&["check", &file("old.json", &old)]);
    assert!(notes.contains("Its target profile is staffbase, because nothing in it names an application"), "{notes}");
    assert!(output.contains("M001"), "{output}");
    let unknown = json!({ "format": "crosswalk-plan", "version": 2, "target_profile": "workday" });
    let (code, _, complaint) = all_of(&["check", &file("unknown.json", &unknown)]);
    assert!(code == 2 && complaint.contains("the plan's target profile is \"workday\""), "{complaint}");
}
