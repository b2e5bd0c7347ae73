//! The tools of the build and the gate, each with its version. A tool is used from `PATH` if it has the right version,
//! and otherwise built into `.tools`.

use crate::{
    checkout,
    run::{Failure, background, output, program},
};
use std::{fs, path::PathBuf, process::Command};

const TARGET: &str = "wasm32-unknown-unknown";
const TRUNK: &str = "0.21.14";
/// The version that matches `wasm_split_helpers` in Cargo.lock.
const WASM_SPLIT: &str = "0.2.4";
/// This package contains wasm-opt as JavaScript and downloads nothing when it is installed. Older versions do not know
/// all WebAssembly features that rustc uses.
const BINARYEN: &str = "132";
const CARGO_DENY: &str = "0.20.2";

/// Adds the target if it is missing. An installed target needs no network.
pub(crate) fn rust_target() -> Result<(), Failure> {
    let Some(installed) = output("rustup", ["target", "list", "--installed"]) else {
        return Ok(()); // a toolchain without rustup: the build reports a missing target
    };
    if installed.lines().any(|line| line == TARGET) {
        return Ok(());
    }
    println!("   adding the target {TARGET}");
    background(&mut program("rustup", ["target", "add", TARGET]), "rustup-target")
}

/// What builds the app: Trunk and wasm-bindgen.
pub(crate) fn to_build() -> Result<(), Failure> {
    together(&[trunk, wasm_bindgen])
}

/// What builds the optimised site.
pub(crate) fn to_optimise() -> Result<(), Failure> {
    together(&[trunk, wasm_bindgen, wasm_split, wasm_opt])
}

/// Every tool.
pub(crate) fn all() -> Result<(), Failure> {
    together(&[trunk, wasm_bindgen, wasm_split, wasm_opt, cargo_deny])
}

/// Installs one tool after the other. They share what cargo builds for them.
fn together(tools: &[fn() -> Result<(), Failure>]) -> Result<(), Failure> {
    let outcome = tools.iter().try_for_each(|install| install());
    // If this fails, only disk space is lost.
    let _ = fs::remove_dir_all(builds());
    outcome
}

fn builds() -> PathBuf {
    checkout::tools().join("build")
}

fn trunk() -> Result<(), Failure> {
    if has("trunk", TRUNK) {
        return Ok(());
    }
    println!("   building Trunk {TRUNK} into .tools (about 4 minutes on 2 cores)");
    let arguments =
        ["install", "trunk", "--version", TRUNK, "--locked", "--no-default-features", "--features", "rustls"];
    cargo_install(program("cargo", arguments), "trunk")
}

/// The command and the crate must have the same version, so Cargo.lock decides. This does not use `--locked`: the lock
/// file of the command has named crate versions that a registry did not have.
fn wasm_bindgen() -> Result<(), Failure> {
    let version = checkout::locked_version("wasm-bindgen")?;
    if has("wasm-bindgen", &version) {
        return Ok(());
    }
    println!("   building wasm-bindgen {version} into .tools (about 2 minutes on 2 cores)");
    cargo_install(program("cargo", ["install", "wasm-bindgen-cli", "--version", &version]), "wasm-bindgen")
}

/// cargo-deny, without what only its other commands need.
fn cargo_deny() -> Result<(), Failure> {
    if has("cargo-deny", CARGO_DENY) {
        return Ok(());
    }
    println!("   building cargo-deny {CARGO_DENY} into .tools (about 3 minutes on 2 cores)");
    let package = ["install", "cargo-deny", "--version", CARGO_DENY, "--locked", "--no-default-features"];
    cargo_install(program("cargo", package), "cargo-deny")
}

/// wasm-split-cli cuts the optimised app into parts.
fn wasm_split() -> Result<(), Failure> {
    // It does not print its version.
    if output("wasm-split-cli", ["--help"]).is_some() {
        return Ok(());
    }
    println!("   building wasm-split-cli {WASM_SPLIT} into .tools (about a minute on 2 cores)");
    let package = ["install", "wasm_split_cli_support", "--version", WASM_SPLIT, "--locked"];
    cargo_install(program("cargo", package.into_iter().chain(["--features", "build-binary"])), "wasm-split")
}

/// Installs with a profile for a quick build: these tools run for seconds, but an optimised build takes ten minutes.
fn cargo_install(mut command: Command, log_name: &str) -> Result<(), Failure> {
    command
        .arg("--root")
        .arg(checkout::tools())
        .env("CARGO_TARGET_DIR", builds())
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256")
        .env("CARGO_PROFILE_RELEASE_DEBUG", "0");
    background(&mut command, log_name)
}

/// wasm-opt from `PATH` if it is recent enough, and otherwise from npm's `binaryen`.
fn wasm_opt() -> Result<(), Failure> {
    let installed = output("wasm-opt", ["--version"]).and_then(|text| leading_number(&text));
    if installed >= leading_number(BINARYEN) {
        return Ok(());
    }
    let folder = checkout::tools().join("node");
    fs::create_dir_all(&folder).map_err(|error| Failure::file("create", &folder, &error))?;
    println!("   installing binaryen {BINARYEN} into .tools");
    let mut npm = program("npm", ["install", "--no-save", "--no-audit", "--no-fund", "--prefix"]);
    npm.arg(&folder).arg(format!("binaryen@{BINARYEN}"));
    background(&mut npm, "binaryen")
}

fn has(tool: &str, version: &str) -> bool {
    output(tool, ["--version"]).is_some_and(|text| text.split_whitespace().any(|word| word == version))
}

fn leading_number(text: &str) -> Option<u32> {
    text.split(|c: char| !c.is_ascii_digit()).find(|part| !part.is_empty())?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::leading_number;

    #[test]
    fn the_version_of_wasm_opt_is_a_number() {
        assert_eq!(leading_number("wasm-opt version 108 (version_108)\n"), Some(108));
        assert_eq!(leading_number("132.0.0"), Some(132));
        assert_eq!(leading_number("none"), None);
        assert!(None < leading_number("1"), "a missing wasm-opt counts as too old");
    }
}
