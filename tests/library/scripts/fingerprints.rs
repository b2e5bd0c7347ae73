//! The fingerprint that the scripts compute is the one of `graph_schema`: the same examples in all three languages. (The
//! examples in Rust are beside the code, in `graph_schema/fingerprint.rs`.)

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

use super::run::{Folder, has};
use super::{Starter, az, powershell, tenant};
use crate::not_run;

/// Writes every JSON text of the examples into a file, and says which fingerprint each must have or must not have.
fn examples(folder: &Folder) -> Vec<(PathBuf, String, bool)> {
    let examples: Vec<Value> = serde_json::from_str(include_str!("../../data/canonical-schemas.json")).unwrap();
    let mut files = Vec::new();
    for example in &examples {
        for (list, same) in [("same", true), ("different", false)] {
            for text in example[list].as_array().unwrap() {
                let path = folder.path(&format!("example-{}.json", files.len()));
                fs::write(&path, text.as_str().unwrap()).unwrap();
                files.push((path, example["sha256"].as_str().unwrap().to_owned(), same));
            }
        }
    }
    files
}

/// The part of a script between two texts.
fn part<'a>(script: &'a str, from: &str, to: &str) -> &'a str {
    let script = &script[script.find(from).unwrap()..];
    &script[..script.find(to).unwrap()]
}

fn check(files: &[(PathBuf, String, bool)], command: &mut Command) {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let printed = String::from_utf8(output.stdout).unwrap();
    let found: Vec<&str> = printed.lines().map(str::trim).collect();
    assert_eq!(found.len(), files.len());
    for ((path, expected, same), found) in files.iter().zip(found) {
        assert_eq!(found == expected, *same, "{}", fs::read_to_string(path).unwrap());
    }
}

#[test]
fn the_shell_scripts_fingerprint_is_ours() {
    if !has("sh", &["-c", ":"]) || !has("python3", &["--version"]) {
        return not_run("the fingerprint of the shell script: sh or python3 is missing");
    }
    let folder = Folder::new("fingerprints-sh");
    let files = examples(&folder);
    let script = az(&Starter::StaffbaseMinimum.plan(), Some(&tenant())).unwrap().text;
    let functions = part(&script, "python=", "\nbefore=");
    let runner = folder.path("fingerprints.sh");
    fs::write(&runner, format!("set -eu\n{functions}\nfor file; do fingerprint \"$file\"; done\n")).unwrap();
    check(&files, Command::new("sh").arg(&runner).args(files.iter().map(|(path, ..)| path)));
}

#[test]
fn the_powershell_scripts_fingerprint_is_ours() {
    if !has("pwsh", &["-NoProfile", "-Command", "1"]) {
        return not_run("the fingerprint of the PowerShell script: pwsh is missing");
    }
    let folder = Folder::new("fingerprints-ps1");
    let files = examples(&folder);
    let script = powershell(&Starter::StaffbaseMinimum.plan(), Some(&tenant())).unwrap().text;
    let functions = part(&script, "$leftOut = ", "\r\n$before = ");
    let runner = folder.path("fingerprints.ps1");
    let calls = "foreach ($file in $args) { Get-Fingerprint ([System.IO.File]::ReadAllText($file)) }";
    fs::write(&runner, format!("$ErrorActionPreference = 'Stop'\r\n{functions}\r\n{calls}\r\n")).unwrap();
    let mut command = Command::new("pwsh");
    check(&files, command.args(["-NoProfile", "-File"]).arg(&runner).args(files.iter().map(|(path, ..)| path)));
}
