//! The tools of the build and the gate, each with its version. A tool is used from `PATH` if it has the right version,
//! and otherwise built into `.tools`.

use crate::{
    browser, checkout,
    run::{Failure, background, output, program},
};
use std::{fs, path::PathBuf, process::Command};

const TARGET: &str = "wasm32-unknown-unknown";
/// The version that matches `wasm_split_helpers` in Cargo.lock.
const WASM_SPLIT: &str = "0.2.4";
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

/// What builds the app: wasm-bindgen, and what makes the page.
pub(crate) fn to_build() -> Result<(), Failure> {
    together(&[wasm_bindgen, site])
}

/// What builds the optimised site.
pub(crate) fn to_optimise() -> Result<(), Failure> {
    together(&[wasm_bindgen, wasm_split, site])
}

/// Every tool.
pub(crate) fn all() -> Result<(), Failure> {
    together(&[wasm_bindgen, wasm_split, site, cargo_deny])
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

/// esbuild and wasm-opt, in the versions of the lock file. binaryen is wasm-opt as JavaScript: npm downloads nothing else.
fn site() -> Result<(), Failure> {
    browser::packages_of(&checkout::site_scripts())
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

fn has(tool: &str, version: &str) -> bool {
    output(tool, ["--version"]).is_some_and(|text| text.split_whitespace().any(|word| word == version))
}
