//! `cargo xtask bench`: the programs under `benches/`, Crosswalk's worker against its peers in Chromium, its screen, and the app
//! with 500,000 people.

use crate::{
    browser, build, checkout, dist,
    run::{Failure, foreground, program, step},
    tools,
};
use std::{fs, path::Path};

/// `cargo xtask bench --screen` measures the screen alone.
const SCREEN: &str = "--screen";

pub(crate) fn bench(arguments: &[String]) -> Result<(), Failure> {
    if arguments == [SCREEN] {
        return screen();
    }
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
    })?;
    screen()
}

/// The optimised site, and the smallest Leptos app beside it.
fn screen() -> Result<(), Failure> {
    step("Tools", tools::site)?;
    let (site, counter) = (checkout::target().join("optimised-site"), checkout::target().join("bench-counter"));
    let built = dist::compile()?;
    dist::site(&built, &site, None)?;
    step("The counter", || {
        foreground(&mut build::cargo_optimised("dist", "app", &["--bin", "counter"]))?;
        build::bind(&build::module("dist", "counter"), &counter, &[])?;
        dist::optimise([("size", counter.join("counter_bg.wasm").as_path())])
    })?;
    step("The screen", || {
        let chromium = browser::chromium()?;
        browser::packages_of(&checkout::root().join("benches/browser"))?;
        let mut node = program("node", ["benches/browser/screen.mjs"]);
        foreground(node.args([&site, &counter]).env("CHROMIUM", chromium))
    })?;
    step("The app with 500,000 people", || {
        foreground(program("node", ["benches/browser/app.mjs"]).arg(&site).env("CHROMIUM", browser::chromium()?))
    })
}

/// Builds the worker that rehearses as `dist` does, without the site around it, and the engine alone.
fn worker(site: &Path) -> Result<(), Failure> {
    let binaries = ["rehearsal", "engine"];
    foreground(&mut build::cargo_optimised("worker", "app", &["--bin", binaries[0], "--bin", binaries[1]]))?;
    for binary in binaries {
        build::bind(&build::module("worker", binary), site, &[])?;
    }
    let modules = binaries.map(|binary| site.join(format!("{binary}_bg.wasm")));
    dist::optimise(modules.iter().map(|module| ("speed", module.as_path())))?;
    let start = site.join("rehearsal-start.js");
    let text = "import init from \"./rehearsal.js\";\nawait init();\n";
    fs::write(&start, text).map_err(|error| Failure::file("write", &start, &error))
}
