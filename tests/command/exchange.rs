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
    assert!(errors(&["import", &odd]).contains("/synchronizationRules"));
    assert_eq!(crosswalk(&["import", &tenant(), "--rule", "no such rule"]).0, 2);
}
