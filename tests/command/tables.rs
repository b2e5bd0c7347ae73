//! `crosswalk import TABLE`: what is written, what is said, one a line, and exit codes.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crosswalk::exchange::plan_file;
use crosswalk::plan::{ObjectKind, Plan};

use super::crosswalk;

fn path(name: &str) -> String {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("tables-{name}")).to_string_lossy().into_owned()
}

fn table(name: &str) -> String {
    format!("{}/tests/data/tables/{name}", env!("CARGO_MANIFEST_DIR"))
}

/// Exit code, standard output, and the lines of standard error.
fn run(arguments: &[&str]) -> (i32, String, Vec<String>) {
    let output = Command::new(env!("CARGO_BIN_EXE_crosswalk")).args(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let lines = text(output.stderr).lines().map(str::to_owned).collect();
    (output.status.code().unwrap(), text(output.stdout), lines)
}

fn users(text: &str) -> Vec<String> {
    let plan: Plan = plan_file::read(text).unwrap();
    let rows = &plan.object_mapping(ObjectKind::User).unwrap().attribute_mappings;
    rows.iter().map(|row| format!("{} -> {}", row.source.text(), row.target_attribute)).collect()
}

#[test]
fn a_table_becomes_a_plan_that_is_called_like_its_file() {
    let (code, printed, notes) = run(&["import", &table("11-headerless.csv")]);
    assert_eq!((code, notes), (0, vec![]));
    assert_eq!(plan_file::read(&printed).unwrap().name, "11-headerless");
    assert_eq!(users(&printed)[..2], ["mail -> emails[type eq \"work\"].value", "givenName -> name.givenName"]);
    // Every command that takes a plan takes the table.
    assert_eq!(crosswalk(&["diff", &table("11-headerless.csv"), &table("11-headerless.csv")]).0, 0);
}

#[test]
fn rows_that_cannot_be_read_are_named_and_nothing_is_written_unless_they_are_skipped() {
    let file = path("skipped.json");
    let _ = fs::remove_file(&file);
    let source = table("13-arrows.txt");
    let (code, printed, notes) = run(&["import", &source, "-o", &file]);
    assert_eq!((code, printed.as_str()), (1, ""));
    assert_eq!(
        notes,
        [
            "note: line 5: not read, because “Mandatory” is not a known target attribute",
            "note: nothing is written. Correct these rows, or leave them out with --skip-unread",
        ]
    );
    assert!(fs::metadata(&file).is_err());
    let (code, _, notes) = run(&["import", &source, "-o", &file, "--skip-unread"]);
    assert_eq!((code, notes.len()), (0, 1));
    assert_eq!(users(&fs::read_to_string(&file).unwrap()).len(), 4);
    let (code, _, lines) = run(&["check", &source]);
    assert_eq!(code, 2);
    assert!(lines[0].contains("1 row of the table cannot be read: line 5: not read, because"), "{lines:?}");
}

#[test]
fn a_table_changes_a_plan_and_keeps_what_it_does_not_have() {
    let plan = path("onto.json");
    assert_eq!(crosswalk(&["starter", "staffbase-minimum", "-o", &plan]).0, 0);
    let source = path("onto.csv");
    fs::write(&source, "Source,Target,Default\njobTitle,title,Employee\ncompanyName,organization,\n").unwrap();
    let (code, printed, notes) = run(&["import", &source, "--onto", &plan]);
    assert_eq!(
        (code, notes),
        (
            0,
            vec![
                "note: The table adds 1 attribute mapping, changes 1 attribute mapping.".to_owned(),
                "note: the plan keeps 9 attribute mappings that the table does not have. To remove them, use \
                 --remove-others"
                    .to_owned(),
            ]
        )
    );
    assert_eq!(users(&printed).len(), 11);
    let changed = path("changed.json");
    fs::write(&changed, &printed).unwrap();
    let (_, difference, _) = run(&["diff", &plan, &changed]);
    assert_eq!(difference.lines().filter(|line| line.starts_with("  ")).count(), 2, "{difference}");
    let (_, printed, _) = run(&["import", &source, "--onto", &plan, "--remove-others"]);
    assert_eq!(users(&printed).len(), 2);
}

#[test]
fn the_command_asks_for_the_columns_that_are_not_clear() {
    let source = table("09-two-targets.csv");
    let (code, _, lines) = run(&["import", &source]);
    assert_eq!((code, lines.len()), (2, 1));
    assert!(lines[0].contains("“SCIM attribute” and “App attribute”. Choose one."), "{lines:?}");
    assert!(lines[0].ends_with("Say which column is what with --columns FILE"), "{lines:?}");
    let columns = path("columns.json");
    fs::write(&columns, r#"{"SCIM attribute": "target"}"#).unwrap();
    let (code, printed, _) = run(&["import", &source, "--columns", &columns]);
    assert_eq!((code, users(&printed).len()), (0, 2));
    fs::write(&columns, r#"{"SCIM attribute": "aim"}"#).unwrap();
    assert_eq!(run(&["import", &source, "--columns", &columns]).0, 2);
}

#[test]
fn options_of_tables_do_not_go_with_a_schema() {
    let schema = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/tenant-schema.json");
    let (code, _, lines) = run(&["import", schema, "--skip-unread"]);
    assert_eq!(code, 2);
    assert!(lines[0].ends_with("--skip-unread works with a table of attribute mappings only"), "{lines:?}");
    assert_eq!(run(&["import", &table("11-headerless.csv"), "--remove-others"]).0, 2);
}

#[test]
fn the_exported_workbook_comes_back() {
    let (plan, workbook) = (path("back.json"), path("back.xlsx"));
    assert_eq!(crosswalk(&["starter", "staffbase-minimum-with-locale", "-o", &plan]).0, 0);
    assert_eq!(crosswalk(&["export", &plan, "--format", "workbook", "-o", &workbook]).0, 0);
    assert_eq!(crosswalk(&["diff", &plan, &workbook]), (0, "No difference.\n".to_owned()));
}
