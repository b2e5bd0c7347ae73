//! `crosswalk import` and `crosswalk export`: every form, what goes where, and exit codes.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crosswalk::exchange::export::FORMATS;
use serde_json::Value;

use super::crosswalk;

fn path(name: &str) -> String {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("exchange-{name}")).to_string_lossy().into_owned()
}

fn plan() -> String {
    let plan = path(&format!("plan-{:?}.json", std::thread::current().id()));
    assert_eq!(crosswalk(&["starter", "staffbase-minimum-with-locale", "-o", &plan]).0, 0);
    plan
}

fn tenant() -> String {
    concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/tenant-schema.json").to_owned()
}

fn errors(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_crosswalk")).args(arguments).output().unwrap();
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn every_format_is_printed_and_written() {
    let plan = plan();
    for format in FORMATS {
        let (name, file) = (format.name, path(format.name));
        assert_eq!(crosswalk(&["export", &plan, "--format", name, "-o", &file]), (0, String::new()), "{name}");
        if format.needs_output_file() {
            assert!(fs::read(&file).unwrap().starts_with(b"PK"), "{name}");
            continue;
        }
        let (code, printed) = crosswalk(&["export", &plan, "--format", name]);
        assert!(code == 0 && printed.len() > 200, "{name}");
        assert_eq!(fs::read_to_string(&file).unwrap(), printed, "{name}");
        // A file is of the kind that its name and media type say.
        let begins = match format.ending.rsplit('.').next().unwrap() {
            "md" | "http" => "# ",
            "html" => "<!doctype html>",
            "csv" if name.starts_with("mappings") => "\"Object\",",
            "csv" => "\"Part\",",
            "json" => "{",
            "ps1" => "#Requires",
            "sh" => "#!/",
            other => panic!("{name}: how does a file .{other} begin?"),
        };
        assert!(printed.starts_with(begins), "{name}");
    }
}

#[test]
fn options_that_do_not_go_together_are_usage() {
    let plan = plan();
    assert_eq!(crosswalk(&["export", &plan, "--format", "workbook"]).0, 2);
    assert_eq!(crosswalk(&["export", &plan, "--format", "http", "--into", &tenant()]).0, 2);
    assert_eq!(crosswalk(&["export", &plan, "--format", "nothing"]).0, 2);
}

#[test]
fn a_schema_is_imported_with_notes_on_standard_error_and_merged_back() {
    let tenant = tenant();
    let imported = path("imported.json");
    assert_eq!(crosswalk(&["import", &tenant, "-o", &imported]), (0, String::new()));
    for line in errors(&["import", &tenant]).lines() {
        assert!(line.starts_with("note: "), "{line}");
    }
    let (code, merged) = crosswalk(&["export", &imported, "--format", "graph-schema", "--into", &tenant]);
    let json = |text: &str| serde_json::from_str::<Value>(text).unwrap();
    assert_eq!((code, json(&merged)), (0, json(&fs::read_to_string(&tenant).unwrap())));
    assert_eq!(crosswalk(&["check", &tenant]).0, crosswalk(&["check", &imported]).0);
}

#[test]
fn what_cannot_be_imported_has_a_place_and_exit_2() {
    let half = path("half.json");
    fs::write(&half, "{\"synchronizationRules\": [\n").unwrap();
    assert_eq!(crosswalk(&["import", &half]).0, 2);
    assert!(errors(&["import", &half]).contains("line 2"));
    let odd = path("odd.json");
    fs::write(&odd, "{\"synchronizationRules\": {}}").unwrap();
    assert!(errors(&["import", &odd]).contains("synchronizationRules: this should be"));
    assert_eq!(crosswalk(&["import", &tenant(), "--rule", "no such rule"]).0, 2);
}

/// Two templates, the second one with another attribute for users.
fn templates() -> String {
    let schema: Value = serde_json::from_str(&fs::read_to_string(tenant()).unwrap()).unwrap();
    let mut second = schema.clone();
    let rows = "/synchronizationRules/1/objectMappings/2/attributeMappings";
    second.pointer_mut(rows).unwrap().as_array_mut().unwrap().truncate(3);
    let list = serde_json::json!({"value": [{"id": "first", "schema": schema}, {"id": "second", "schema": second}]});
    let file = path("templates.json");
    fs::write(&file, list.to_string()).unwrap();
    file
}

#[test]
fn every_command_that_reads_a_schema_takes_the_same_choice() {
    let (list, chosen) = (templates(), path("chosen.json"));
    let second = ["--template", "second"];
    assert_eq!(crosswalk(&["import", &list, "--template", "second", "-o", &chosen]).0, 0);
    // The same template is equal to the plan that was imported from it, and the first one is not.
    assert_eq!(crosswalk(&[&["diff", &list, &chosen], &second[..]].concat()), (0, "No difference.\n".to_owned()));
    assert_eq!(crosswalk(&["diff", &list, &chosen]).0, 1);
    let same = |arguments: &[&str]| {
        let with = |plan: &str, more: &[&str]| crosswalk(&[&[arguments[0], plan], &arguments[1..], more].concat());
        assert_eq!(with(&list, &second), with(&chosen, &[]), "{arguments:?}");
        assert_eq!(with(&list, &["--template", "third"]).0, 2, "{arguments:?}");
        assert_eq!(with(&chosen, &second).0, 2, "{arguments:?}: a plan file offers nothing to choose");
    };
    same(&["check", "--format", "json"]);
    let person = path("choice-person.json");
    fs::write(&person, r#"{"objectId":"u1","userPrincipalName":"anna@contoso.com"}"#).unwrap();
    same(&["preview", "--person", &person]);
    same(&["export", "--format", "graph-schema"]);
    let said = errors(&["check", &list]);
    assert!(
        said.contains("leaves out the schema of “second”. It stays in the file. To take it, use --template"),
        "{said}"
    );
}

#[test]
fn a_plan_is_merged_into_the_chosen_template() {
    let (list, plan) = (templates(), plan());
    let export = ["export", plan.as_str(), "--format", "graph-schema", "--into", &list];
    let rows = |template: usize, printed: &str| {
        let merged: Value = serde_json::from_str(printed).unwrap();
        let users = &merged["value"][template]["schema"]["synchronizationRules"][1]["objectMappings"][2];
        users["attributeMappings"].as_array().unwrap().len()
    };
    let (_, first) = crosswalk(&export);
    let (code, second) = crosswalk(&[&export[..], &["--template", "second"]].concat());
    assert_eq!(code, 0);
    assert_eq!((rows(1, &first), rows(1, &second) > 3), (3, true));
    assert!(errors(&export).contains("the file has several templates. The plan is written into “first”"));
    assert_eq!(crosswalk(&[&export[..], &["--template", "third"]].concat()).0, 2);
    assert_eq!(crosswalk(&[&export[..], &["--rule", "no such rule"]].concat()).0, 2);
}
