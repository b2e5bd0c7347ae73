//! `cargo xtask test`: the gate. Tools are installed in parallel with the native checks. The first failure ends the run.

use crate::{
    browser, checkout, dependencies, dist,
    run::{Failure, foreground, program, seconds, step},
    tools,
};
use std::{
    fs,
    path::{Path, PathBuf},
    thread,
    time::Instant,
};

/// A macro declares the modules of the rules, so `cargo fmt` does not find their files.
const RULES: &str = "src/lint/rules";

/// clippy and the optimised build share this profile, so that they share build scripts and macros.
const PROFILE: &str = "dist";

fn format() -> Result<(), Failure> {
    cargo(&["fmt", "--all", "--check"])?;
    let mut rustfmt = program("rustfmt", ["--check", "--edition", "2024"]);
    foreground(rustfmt.args(rust_files(&checkout::root().join(RULES))?))
}

fn rust_files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let entries = fs::read_dir(folder).map_err(|error| Failure::file("read", folder, &error))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| Failure::file("read", folder, &error))?.path();
        if path.is_dir() {
            files.extend(rust_files(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

pub(crate) fn test() -> Result<(), Failure> {
    let start = Instant::now();
    step("Rust target", tools::rust_target)?;
    // This check is first and runs alone: it fails most often and takes least time.
    step("Format", format)?;

    let installs = thread::spawn(|| step("Tools, browser packages and browsers (in parallel)", install));
    step("Clippy, native", || {
        cargo(&["clippy", "--workspace", "--all-targets", "--features", "cli", "--locked", "--", "-D", "warnings"])
    })?;
    step("Native tests", || cargo(&["test", "--workspace", "--features", "cli", "--locked"]))?;
    step("Clippy, the app for the browser", || {
        let scope = ["clippy", "--package", "crosswalk", "--lib", "--bins", "--locked", "--profile", PROFILE];
        let build = ["--no-default-features", "--features", "app", "--target", "wasm32-unknown-unknown"];
        cargo(&[&scope[..], &build[..], &["--", "-D", "warnings"]].concat())
    })?;
    let (chromium, firefox) = installs.join().map_err(|_| Failure::new("the installation of the tools panicked"))??;
    step("Dependencies", dependencies::check)?;
    step("Tests of the site's scripts", || foreground(&mut program("node", ["--test", "xtask/site/"])))?;

    let (site, file) =
        (checkout::target().join("optimised-site"), checkout::target().join("single-file/crosswalk.html"));
    let built = dist::compile()?;
    dist::site(&built, &site, None)?;
    dist::single_file(&built, &file)?;
    // The native tests write there (tests/library/any_injection.rs, tests/command/preview.rs).
    let written = checkout::target().join("tmp");
    step("Browser tests", || browser::run(&site, &file, &written, &chromium))?;
    step("Browser tests in Firefox", || browser::run_in_firefox(&site, firefox.as_deref()))?;
    println!("\nEverything passed in {}.", seconds(start.elapsed()));
    Ok(())
}

/// Everything that `test` needs beyond cargo.
pub(crate) fn install_everything() -> Result<(), Failure> {
    step("Rust target", tools::rust_target)?;
    step("Tools, browser packages and browsers", install).map(drop)
}

/// Installs the tools and the browsers. The tests in Firefox run only where it is.
pub(crate) fn install() -> Result<(PathBuf, Option<PathBuf>), Failure> {
    browser::packages()?;
    let (chromium, firefox) = (browser::chromium()?, browser::firefox());
    tools::all()?;
    Ok((chromium, firefox))
}

fn cargo(arguments: &[&str]) -> Result<(), Failure> {
    foreground(&mut program("cargo", arguments))
}
