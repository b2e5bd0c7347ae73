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
        // A schema contains only mappings. The plan that is imported from it is a plan of another name.
        for (b, exit) in [(&schema, 0), (&imported, 1)] {
            let (code, output) = crosswalk(&["diff", &plan, b, "--format", "json"]);
            let difference: Value = serde_json::from_str(&output).unwrap();
            assert_eq!((code, &difference["object_mappings"]), (exit, &Value::Array(Vec::new())), "{starter}");
            let renamed = difference["also_changed"][0].as_str().is_some_and(|first| first.starts_with("renamed to"));
            assert_eq!(renamed, exit == 1, "{starter}");
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

#[test]
fn a_changed_scope_is_a_difference() {
    let a = made("scope.plan.json", &["starter", "staffbase-minimum"]);
    let b = path("scope-all.plan.json");
    let mut plan: Value = serde_json::from_str(&std::fs::read_to_string(&a).unwrap()).unwrap();
    plan["provision"] = "all".into();
    std::fs::write(&b, plan.to_string()).unwrap();
    let said = "No difference in the mappings. Also changed: who is provisioned: “Sync all users and groups”.\n";
    assert_eq!(crosswalk(&["diff", &a, &b]), (1, said.to_owned()));
}
