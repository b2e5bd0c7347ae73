//! What Crosswalk may depend on: cargo-deny holds the dependencies against `deny.toml`.

use crate::run::{Failure, background, foreground, program};
use std::process::Command;

/// Licences, sources and bans always; known vulnerabilities if the advisory database can be fetched or is there.
pub(crate) fn check() -> Result<(), Failure> {
    foreground(&mut deny(&["check", "bans", "licenses", "sources"]))?;
    if background(&mut deny(&["fetch", "db", "index"]), "advisories").is_err() {
        println!("   NOT RUN: the check for known vulnerabilities. The advisory database cannot be reached from here.");
        return Ok(());
    }
    foreground(&mut deny(&["check", "advisories"]))
}

fn deny(arguments: &[&str]) -> Command {
    program("cargo-deny", ["--workspace", "--locked", "--log-level", "warn"].iter().chain(arguments))
}
