//! `crosswalk diff`: shapes and exit codes.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use super::crosswalk;

fn path(name: &str) -> String {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("diff-{name}")).to_string_lossy().into_owned()
}

fn made(name: &str, arguments: &[&str]) -> String {
    let path = path(name);
    assert_eq!(crosswalk(&[arguments, &["-o", &path]].concat()).0, 0);
    path
}

#[test]
fn a_starter_comes_back_from_graph_without_a_difference() {
    for starter in ["staffbase-minimum", "staffbase-minimum-with-locale", "entra-default"] {
        let plan = made(&format!("{starter}.plan.json"), &["starter", starter]);
        let schema = made(&format!("{starter}.schema.json"), &["export", &plan, "--format", "graph-schema"]);
        let imported = made(&format!("{starter}.imported.json"), &["import", &schema]);
        for b in [&schema, &imported] {
            let (code, output) = crosswalk(&["diff", &plan, b, "--format", "json"]);
            let difference: Value = serde_json::from_str(&output).unwrap();
            assert_eq!((code, &difference["object_mappings"]), (0, &Value::Array(Vec::new())), "{starter}");
        }
    }
}

#[test]
fn a_difference_is_exit_1_in_every_format() {
    let a = made("a.plan.json", &["starter", "entra-default"]);
    let b = made("b.plan.json", &["starter", "staffbase-minimum"]);
    let (code, output) = crosswalk(&["diff", &a, &b, "--format", "json"]);
    let difference: Value = serde_json::from_str(&output).unwrap();
    let users = &difference["object_mappings"][0];
    assert_eq!((code, users["side"].as_str()), (1, Some("both")));
    assert!(users["removed"].as_array().unwrap().contains(&Value::from("userName")));
    let changed = users["changed"].as_array().unwrap();
    let source = changed.iter().find(|one| one["target"] == "externalId" && one["field"] == "source").unwrap();
    assert_eq!(source["after"]["attribute"], "userPrincipalName");
    assert_eq!(crosswalk(&["diff", &a, &b]).0, 1);
    let (code, markdown) = crosswalk(&["diff", &a, &b, "--format", "markdown"]);
    assert!(code == 1 && markdown.contains("| removed | `userName` |"));
}

#[test]
fn what_cannot_be_read_is_exit_2() {
    let broken = path("broken.json");
    fs::write(&broken, "{").unwrap();
    assert_eq!(crosswalk(&["diff", &broken, &broken]).0, 2);
    assert_eq!(crosswalk(&["diff", "nowhere.json", &broken]).0, 2);
}
