//! A file with a secret is refused with its place, and nothing is printed of it.

use std::path::PathBuf;

use crosswalk::catalog::Starter;
use crosswalk::exchange::plan_file;
use serde_json::Value;

use super::all_of;

const BEARER: &str = "Bearer a1B2c3D4e5F6a7B8c9D0";

fn file(name: &str, text: &str) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("secrets-{name}"));
    std::fs::write(&path, text).unwrap();
    path.to_string_lossy().into_owned()
}

fn refused(arguments: &[&str], place: &str) {
    let (code, stdout, stderr) = all_of(arguments);
    assert_eq!((code, stdout.as_str()), (2, ""), "{arguments:?}");
    assert!(stderr.contains(&format!("{place} looks like the value of an Authorization header.")), "{stderr}");
    assert!(!stderr.contains("a1B2c3D4"), "{stderr}");
}

#[test]
fn plans_schemas_tables_and_people_with_a_secret_are_refused() {
    let clean = Starter::StaffbaseMinimum.plan();
    let mut plan = clean.clone();
    plan.connection.tenant_url = format!("https://contoso.com/scim {BEARER}");
    let plan = file("plan.json", &plan_file::write(&plan));
    for command in [&["check"][..], &["export", "--format", "checklist-md"], &["diff", &plan]] {
        refused(&[command, &[&plan]].concat(), "Tenant URL");
    }

    let mut schema: Value = serde_json::from_str(include_str!("../data/tenant-schema.json")).unwrap();
    schema["synchronizationRules"][0]["metadata"] = serde_json::json!([{"key": "note", "value": BEARER}]);
    let schema = file("schema.json", &schema.to_string());
    refused(&["import", &schema], "synchronizationRules 1 > metadata 1 > value");
    let clean = file("clean.json", &plan_file::write(&clean));
    refused(
        &["export", &clean, "--format", "graph-schema", "--into", &schema],
        "synchronizationRules 1 > metadata 1 > value",
    );

    let table =
        format!("Target attribute,Mapping type,Source attribute,Default value\nuserName,Direct,mail,{BEARER}\n");
    refused(&["import", &file("table.csv", &table)], "the default value of userName");
    let person = format!(r#"{{"userPrincipalName":"anna@contoso.com","displayName":"{BEARER}"}}"#);
    refused(&["preview", &clean, "--person", &file("person.json", &person)], "displayName");
}
