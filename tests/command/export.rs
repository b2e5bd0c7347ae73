//! `crosswalk export`: which formats go where.

use std::process::Command;

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
    assert!(String::from_utf8(refused.stderr).unwrap().contains("--output FILE"));

    let file = plan.with_extension("xlsx");
    let (code, said) = crosswalk(&[&export[..], &["-o", file.to_str().unwrap()]].concat());
    assert_eq!((code, said.as_str()), (0, ""));
    assert!(std::fs::read(&file).unwrap().starts_with(b"PK"));
    for path in [plan, file] {
        std::fs::remove_file(path).unwrap();
    }
}

#[test]
fn the_scripts_are_printed_and_into_is_not_for_them() {
    let plan = plan_file("scripts.json");
    for (format, begin) in [("powershell", "#Requires -Version 5.1\r\n"), ("az", "#!/bin/sh\n")] {
        let arguments = ["export", plan.to_str().unwrap(), "--format", format];
        let (code, script) = crosswalk(&arguments);
        assert_eq!(code, 0);
        assert!(script.starts_with(begin), "{format}");
        assert_eq!(crosswalk(&[&arguments[..], &["--into", "any.json"]].concat()).0, 2);
        assert_eq!(crosswalk(&[&arguments[..], &["--since", "any.json"]].concat()).0, 2);
    }
    std::fs::remove_file(plan).unwrap();
}
