//! `cargo xtask bench`: the programs under `benches/`, and Crosswalk's worker against its peers in Chromium.

use crate::{
    browser, build, checkout, dist,
    run::{Failure, foreground, program, step},
    tools,
};
use std::{fs, path::Path};

pub(crate) fn bench(arguments: &[String]) -> Result<(), Failure> {
    step("Native benchmarks", || {
        foreground(program("cargo", ["bench", "--package", "crosswalk", "--benches", "--locked"]).args(arguments))
    })?;
    step("Tools", tools::site)?;
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
fn worker(site: &Path) -> Result<(), Failure> {
    foreground(&mut build::cargo_build("worker", "app", &["--bin", "rehearsal"]))?;
    build::bind(&build::module("worker", "rehearsal"), site, &[])?;
    dist::optimise_for_speed(&site.join("rehearsal_bg.wasm"))?;
    let start = site.join("rehearsal-start.js");
    let text = "import init from \"./rehearsal.js\";\nawait init();\n";
    fs::write(&start, text).map_err(|error| Failure::file("write", &start, &error))
}
