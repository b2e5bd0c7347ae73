//! `crosswalk`: what happens when its output cannot be written, and files that never end.
#![cfg(target_os = "linux")]

use std::process::{Command, Output};

fn shell(script: &str) -> Output {
    let binary = env!("CARGO_BIN_EXE_crosswalk");
    Command::new("sh").arg("-c").arg(script).arg("sh").arg(binary).output().unwrap()
}

fn plan() -> String {
    let path = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("output.plan.json");
    let plan = crosswalk::exchange::plan_file::write(&crosswalk::catalog::Starter::EntraDefault.plan());
    std::fs::write(&path, plan).unwrap();
    path.to_string_lossy().into_owned()
}

fn person() -> String {
    let path = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("output.person.json");
    std::fs::write(&path, r#"{"userPrincipalName":"anna@contoso.com","objectId":"1"}"#).unwrap();
    path.to_string_lossy().into_owned()
}

/// Every subcommand that prints.
fn commands() -> Vec<String> {
    let (plan, person) = (plan(), person());
    [
        "starter --list".to_owned(),
        "starter staffbase-minimum".to_owned(),
        format!("check {plan}"),
        format!("check {plan} --format sarif"),
        format!("preview {plan} --person {person}"),
        format!("export {plan} --format checklist-md"),
        format!("export {plan} --format graph-schema"),
        format!("rehearse {plan} --people {person}"),
        format!("rehearse {plan} --people {person} --format ndjson"),
        format!("rehearse {plan} --people {person} --format csv"),
        format!("diff {plan} {plan}"),
        "eval --expression '\"a\"'".to_owned(),
        "--help".to_owned(),
        "--version".to_owned(),
        "check --help".to_owned(),
    ]
    .into()
}

#[test]
fn output_that_cannot_be_written_is_exit_2_with_a_reason() {
    for command in commands() {
        for (to, words) in [("> /dev/full", "No space left"), (">&-", "standard output is closed")] {
            let output = shell(&format!("\"$1\" {command} {to}"));
            let said = String::from_utf8(output.stderr).unwrap();
            if said.is_empty() && command.starts_with("diff") {
                // Two equal plans say nothing.
                continue;
            }
            assert_eq!(output.status.code(), Some(2), "{command} {to}: {said}");
            // Notes come first.
            let reason = said.lines().find(|line| line.starts_with("crosswalk: ")).unwrap_or_default();
            assert!(reason.contains("standard output") && reason.contains(words), "{command} {to}: {said}");
        }
    }
}

#[test]
fn a_reader_that_has_read_enough_is_no_failure() {
    for command in commands() {
        let output = shell(&format!("{{ \"$1\" {command}; echo \"code $?\" >&2; }} | true"));
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(!said.contains("panicked") && !said.contains("crosswalk: "), "{command}: {said}");
        assert!(!said.contains("code 2") && !said.contains("code 101"), "{command}: {said}");
    }
    let output = shell("\"$1\" starter staffbase-minimum > /dev/null; echo $?");
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "0\n");
}

#[test]
fn messages_that_cannot_be_written_are_exit_2() {
    let plan = plan();
    for command in [format!("export {plan} --format graph-schema > /dev/null"), "check missing.json".to_owned()] {
        let output = shell(&format!("\"$1\" {command} 2> /dev/full; echo $?"));
        assert_eq!(String::from_utf8(output.stdout).unwrap().trim(), "2", "{command}");
    }
}

#[test]
fn a_file_that_never_ends_is_refused_while_it_is_read() {
    let plan = plan();
    for command in [
        "check /dev/zero".to_owned(),
        "import /dev/zero".to_owned(),
        format!("diff {plan} /dev/zero"),
        format!("check {plan} --people /dev/zero"),
        format!("preview {plan} --person /dev/zero"),
        format!("preview {plan} --group /dev/zero"),
        format!("export {plan} --format graph-schema --into /dev/zero"),
        format!("export {plan} --format checklist-md --since /dev/zero"),
        "eval --cases /dev/zero".to_owned(),
        "eval --expression 'Now()' --attributes-file /dev/zero".to_owned(),
    ] {
        let output = shell(&format!("ulimit -t 60; \"$1\" {command}"));
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{command}: {said}");
        assert!(said.contains("/dev/zero: the file is larger than "), "{command}: {said}");
    }
}
