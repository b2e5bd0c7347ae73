//! The tools of the build and the gate, each with its version. A tool is used from `PATH` if it has the right version,
//! and otherwise built into `.tools`.

use crate::{
    browser, checkout,
    run::{Failure, background, output, program},
};

const TARGET: &str = "wasm32-unknown-unknown";
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

/// Every tool.
pub(crate) fn all() -> Result<(), Failure> {
    site()?;
    cargo_deny()
}

/// esbuild and wasm-opt, in the versions of the lock file. binaryen is wasm-opt as JavaScript: npm downloads nothing else.
pub(crate) fn site() -> Result<(), Failure> {
    browser::packages_of(&checkout::site_scripts())
}

/// cargo-deny, without what only its other commands need.
fn cargo_deny() -> Result<(), Failure> {
    if has("cargo-deny", CARGO_DENY) {
        return Ok(());
    }
    println!("   building cargo-deny {CARGO_DENY} into .tools (about 3 minutes on 2 cores)");
    let package = ["install", "cargo-deny", "--version", CARGO_DENY, "--locked", "--no-default-features"];
    let mut install = program("cargo", package);
    install.arg("--root").arg(checkout::tools());
    // A quick build: the tool runs for seconds, but an optimised build takes many minutes.
    install.envs([
        ("CARGO_PROFILE_RELEASE_LTO", "off"),
        ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
        ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256"),
        ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
    ]);
    background(&mut install, "cargo-deny")
}

fn has(tool: &str, version: &str) -> bool {
    output(tool, ["--version"]).is_some_and(|text| text.split_whitespace().any(|word| word == version))
}
