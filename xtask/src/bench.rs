//! `cargo xtask bench`: the programs under `benches/`, and Crosswalk's worker against its peers in Chromium.

use crate::{
    browser, checkout,
    run::{Failure, foreground, program, step},
    tools,
};
use std::fs;

pub(crate) fn bench(arguments: &[String]) -> Result<(), Failure> {
    step("Native benchmarks", || {
        foreground(program("cargo", ["bench", "--package", "crosswalk", "--benches", "--locked"]).args(arguments))
    })?;
    step("Tools", tools::to_optimise)?;
    let site = checkout::target().join("bench-site");
    step("Crosswalk's worker", || worker(&site))?;
    step("The command", || {
        let options = ["build", "--release", "--package", "crosswalk", "--bin", "crosswalk", "--features", "cli"];
        foreground(program("cargo", options).arg("--locked"))
    })?;
    step("In Chromium", || {
        let chromium = browser::chromium()?;
        browser::packages_of(&checkout::root().join("benches/browser"))?;
        let mut node = program("node", ["benches/browser/run.mjs"]);
        node.arg(&site).arg(checkout::target().join("release/crosswalk"));
        foreground(node.env("CHROMIUM", chromium))
    })
}

/// Builds the worker that rehearses as `dist` does, without the site around it.
fn worker(site: &std::path::Path) -> Result<(), Failure> {
    let options = ["build", "--package", "crosswalk", "--bin", "rehearsal", "--profile", "worker", "--locked"];
    let more = ["--no-default-features", "--features", "app", "--target", "wasm32-unknown-unknown"];
    foreground(program("cargo", options).args(more))?;
    let module = checkout::target().join("wasm32-unknown-unknown/worker/rehearsal.wasm");
    foreground(program("wasm-bindgen", ["--target", "web", "--no-typescript", "--out-dir"]).arg(site).arg(module))?;
    crate::dist::optimise_for_speed(&site.join("rehearsal_bg.wasm"))?;
    let start = site.join("rehearsal-start.js");
    let text = "import init from \"./rehearsal.js\";\nawait init();\n";
    fs::write(&start, text).map_err(|error| Failure::file("write", &start, &error))
}
