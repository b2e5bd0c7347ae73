//! What the headless command promises, run as a program.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

mod check;
mod diff;
mod eval;
mod exchange;
mod export;
mod files;
mod manual;
mod output;
mod preview;
mod profiles;
mod rehearse;
mod secrets;
mod tables;

use std::process::Command;

/// Exit code, standard output and standard error.
fn all_of(arguments: &[&str]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_crosswalk")).args(arguments).output().unwrap();
    let [stdout, stderr] = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
    (output.status.code().unwrap(), stdout, stderr)
}

/// Exit code and standard output.
fn crosswalk(arguments: &[&str]) -> (i32, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_crosswalk")).args(arguments).output().unwrap();
    (output.status.code().unwrap(), String::from_utf8(output.stdout).unwrap())
}
