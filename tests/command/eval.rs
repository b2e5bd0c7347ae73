//! `crosswalk eval`: one object for an expression, one line for each case.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use super::crosswalk;

fn eval(arguments: &[&str]) -> (i32, Value) {
    let (code, output) = crosswalk(&[&["eval"], arguments].concat());
    assert_eq!(output.lines().count(), 1, "{output}");
    (code, serde_json::from_str(&output).unwrap())
}

fn file(name: &str, text: &str) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, text).unwrap();
    path.to_string_lossy().into_owned()
}

#[test]
fn a_value_is_one_object_and_exit_zero() {
    let (code, object) = eval(&["--expression", "ToLower([mail])", "--attributes", r#"{"mail":"A@B"}"#]);
    assert_eq!((code, object), (0, json!({ "outcome": "value", "value": "a@b", "diagnostics": [] })));
    let path = file("attributes.json", r#"{"mail":"A@B"}"#);
    let (_, object) = eval(&["--expression", "ToLower([mail])", "--attributes-file", &path]);
    assert_eq!(object["value"], "a@b");
}

#[test]
fn no_value_is_a_value_too() {
    let (code, object) = eval(&["--expression", "Coalesce([mail], [otherMails])"]);
    assert_eq!((code, &object["outcome"], &object["value"]), (0, &json!("value"), &Value::Null));
    // An attribute that does not exist has no value, which is worth a warning.
    let (code, object) = eval(&["--expression", "Coalesce([nothing], [Mail])", "--attributes", r#"{"mail":"a"}"#]);
    assert_eq!((code, &object["value"]), (0, &Value::Null));
    let codes: Vec<_> = object["diagnostics"].as_array().unwrap().iter().map(|one| &one["code"]).collect();
    assert_eq!(codes, ["E016", "E016"]);
}

#[test]
fn an_error_has_its_place_in_bytes_and_its_repair() {
    let text = r#"Append("ä"; [mail])"#;
    let (code, object) = eval(&["--expression", text, "--attributes", r#"{"mail":"a"}"#]);
    assert_eq!((code, &object["outcome"], &object["value"]), (1, &json!("error"), &Value::Null));
    let diagnostic = &object["diagnostics"][0];
    assert_eq!((&diagnostic["code"], &diagnostic["severity"]), (&json!("E006"), &json!("error")));
    assert_eq!((&diagnostic["start"], &diagnostic["end"]), (&json!(11), &json!(12)));
    let fix = json!({ "label": "Use a comma", "start": 11, "end": 12, "replacement": ",", "safe": true });
    assert_eq!(diagnostic["fix"], fix);
}

#[test]
fn the_trace_lists_every_part_outer_before_inner() {
    let attributes = ["--attributes", r#"{"a":"1"}"#, "--trace"];
    let (_, object) = eval(&[&["--expression", r#"Append([a], ToLower("B"))"#], &attributes[..]].concat());
    let step = |start: usize, end: usize, value: &str| json!({ "start": start, "end": end, "outcome": "value", "value": value });
    assert_eq!(object["trace"], json!([step(0, 25, "1b"), step(7, 10, "1"), step(12, 24, "b"), step(20, 23, "B")]));
}

#[test]
fn wrong_usage_is_exit_two_and_says_nothing_on_standard_output() {
    for arguments in [
        &["eval"][..],
        &["eval", "--expression", "Now()", "--attributes", "[1]"],
        &["eval", "--expression", "Now()", "--attributes", "{"],
        &["eval", "--expression", "Now()", "--attributes-file", "/nowhere.json"],
        &["eval", "--cases", "/nowhere.json"],
        &["eval", "--cases", "x.json", "--expression", "Now()"],
        &["eval", "--expression", "Now()", "--now", "yesterday"],
    ] {
        assert_eq!(crosswalk(arguments), (2, String::new()), "{arguments:?}");
    }
    assert_eq!(crosswalk(&["eval", "--cases", &file("no-array.json", "{}")]), (2, String::new()));
}

#[test]
fn each_case_is_one_line_with_its_id_whatever_comes_of_it() {
    let cases = json!([
        { "id": "one", "expression": "ToUpper([a])", "attributes": { "a": "x" }, "expected": "X", "note": "kept out" },
        { "id": "two", "expression": "ToUpper(", "attributes": {} },
        { "id": "three", "expression": "Append([a], DefaultDomain())", "attributes": { "a": "x@" },
          "context": { "defaultDomain": "contoso.com" } },
    ]);
    let (code, output) = crosswalk(&["eval", "--cases", &file("cases.json", &cases.to_string())]);
    let lines: Vec<Value> = output.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let found: Vec<_> = lines.iter().map(|line| json!([line["id"], line["outcome"], line["value"]])).collect();
    assert_eq!(code, 0);
    assert_eq!(
        found,
        [json!(["one", "value", "X"]), json!(["two", "error", null]), json!(["three", "value", "x@contoso.com"])]
    );
}
