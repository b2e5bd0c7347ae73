//! `crosswalk export`: which formats go where.

use std::process::Command;

use crosswalk::exchange::export::{FORMATS, SchemaUse};

use super::crosswalk;

fn plan_file(name: &str) -> std::path::PathBuf {
    let path = std::env::temp_dir().join(format!("crosswalk-export-{}-{name}", std::process::id()));
    let (code, text) = crosswalk(&["starter", "staffbase-minimum"]);
    assert_eq!(code, 0);
    std::fs::write(&path, text).unwrap();
    path
}

#[test]
fn a_workbook_needs_a_file() {
    let plan = plan_file("workbook.json");
    let export = ["export", plan.to_str().unwrap(), "--format", "workbook"];
    let refused = Command::new(env!("CARGO_BIN_EXE_crosswalk")).args(export).output().unwrap();
    assert_eq!(refused.status.code(), Some(2));
    assert!(refused.stdout.is_empty());
    let said = String::from_utf8(refused.stderr).unwrap();
    assert!(said.contains("--format workbook needs --output FILE, for example --output plan.xlsx"), "{said}");

    let file = plan.with_extension("xlsx");
    let (code, said) = crosswalk(&[&export[..], &["-o", file.to_str().unwrap()]].concat());
    assert_eq!((code, said.as_str()), (0, ""));
    assert!(std::fs::read(&file).unwrap().starts_with(b"PK"));
    for path in [plan, file] {
        std::fs::remove_file(path).unwrap();
    }
}

#[test]
fn a_script_saves_into_the_schema_it_is_given_and_without_one_it_reads_it() {
    let plan = plan_file("scripts.json");
    let schema = plan.with_extension("schema.json");
    let as_schema = crosswalk(&["export", plan.to_str().unwrap(), "--format", "graph-schema"]).1;
    std::fs::write(&schema, as_schema).unwrap();
    for (format, begin) in [("powershell", "#Requires -Version 5.1\r\n"), ("az", "#!/bin/sh\n")] {
        let arguments = ["export", plan.to_str().unwrap(), "--format", format];
        let (code, script) = crosswalk(&arguments);
        assert_eq!(code, 0);
        assert!(script.starts_with(begin) && !script.contains("PUT"), "{format}");
        let (code, script) = crosswalk(&[&arguments[..], &["--into", schema.to_str().unwrap()]].concat());
        assert_eq!(code, 0);
        assert!(script.starts_with(begin) && script.contains("PUT"), "{format}");
        assert_eq!(crosswalk(&[&arguments[..], &["--into", plan.to_str().unwrap()]].concat()).0, 2);
        assert_eq!(crosswalk(&[&arguments[..], &["--since", "any.json"]].concat()).0, 2);
    }
    for path in [plan, schema] {
        std::fs::remove_file(path).unwrap();
    }
}

/// The registry decides which options a format takes, and the help lists every format.
#[test]
fn every_format_is_in_the_help_and_refuses_what_it_cannot_use() {
    let plan = plan_file("registry.json");
    let (code, help) = crosswalk(&["export", "--help"]);
    assert_eq!(code, 0);
    let said = |options: &[&str]| {
        let arguments = [&["export", plan.to_str().unwrap()], options].concat();
        let output = Command::new(env!("CARGO_BIN_EXE_crosswalk")).args(arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{options:?}");
        String::from_utf8(output.stderr).unwrap()
    };
    for format in FORMATS {
        assert!(help.contains(format.name) && help.contains(format.help), "{}", format.name);
        let output: &[&str] = if format.needs_output_file() { &["-o", "never-written"] } else { &[] };
        let options = |more: &[&'static str]| [&["--format", format.name], output, more].concat();
        if !format.tells_changes {
            assert!(said(&options(&["--since", "any.json"])).contains("--since works with these formats only: "));
        }
        if format.needs.schema == SchemaUse::Unused {
            assert!(said(&options(&["--into", "any.json"])).contains("--into works with these formats only: "));
        }
    }
    let refused = said(&["--format", "http", "--csv", "exact"]);
    assert!(refused.contains("--csv exact works with these formats only: checklist-csv, mappings-csv\n"), "{refused}");
    let exact =
        |format, more: &[&str]| crosswalk(&[&["export", plan.to_str().unwrap(), "--format", format], more].concat());
    let by_name = exact("checklist-csv-exact", &[]);
    assert_eq!(by_name, exact("checklist-csv", &["--csv", "exact"]));
    assert_eq!(by_name, exact("checklist-csv-exact", &["--csv", "exact"]));
    std::fs::remove_file(plan).unwrap();
}
