//! Compiles the app and its workers for the browser, and makes a site of them.
//!
//! cargo compiles, wasm-bindgen writes the glue, and `xtask/site` makes the page: one stylesheet, one script and one
//! module, each named with a hash of its content.

use crate::{
    checkout, parts,
    run::{Failure, foreground, program, step},
};
use std::{
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
    process::Command,
    thread,
};

/// The profile of quick builds. clippy uses it too.
pub(crate) const QUICK: &str = "browser-test";

/// The binaries that run in the browser. A worker has a `<meta>` with its name in `index.html`.
pub(crate) const APP: &str = "designer";
pub(crate) const WORKERS: [&str; 3] = ["schemas", "tables", "rehearsal"];

/// Builds a site quickly: without parts, without wasm-opt, and without the service worker.
pub(crate) fn quick(site: &Path) -> Result<(), Failure> {
    step("Build for the browser", || {
        let built = fresh("built")?;
        let binaries = [APP].into_iter().chain(WORKERS).flat_map(|binary| ["--bin", binary]);
        foreground(&mut cargo_build(QUICK, "app", &binaries.collect::<Vec<_>>()))?;
        for binary in [APP].into_iter().chain(WORKERS) {
            bind(&module(QUICK, binary), &built, &[])?;
        }
        finish(&[built.as_os_str(), site.as_os_str(), "--quick".as_ref()])
    })
}

/// Compiles everything for the optimised site, and cuts the app into parts. Returns the folder with the result.
pub(crate) fn optimised() -> Result<PathBuf, Failure> {
    let built = fresh("built-optimised")?;
    step("Optimised build", || {
        // The end of each build uses one core, so two run at a time. They have different profiles, and so different folders.
        thread::scope(|scope| {
            let other = scope.spawn(|| foreground(&mut cargo_optimised("worker", "app", &["--bin", "rehearsal"])));
            let own = foreground(&mut cargo_optimised("dist", "split", &["--bin", APP])).and_then(|()| {
                foreground(&mut cargo_optimised("dist", "app", &["--bin", "schemas", "--bin", "tables"]))
            });
            other.join().map_err(|_| Failure::new("the build of a worker panicked"))?.and(own)
        })
    })?;
    step("Parts", || {
        parts::cut(&module("dist", APP), &built)?;
        bind(&module("dist", "schemas"), &built, &[])?;
        bind(&module("dist", "tables"), &built, &[])?;
        bind(&module("worker", "rehearsal"), &built, &[])
    })?;
    Ok(built)
}

/// Runs `finish.mjs`, which writes a site from a folder with compiled files.
pub(crate) fn finish(arguments: &[&OsStr]) -> Result<(), Failure> {
    foreground(program("node", ["xtask/site/finish.mjs"]).args(arguments))
}

/// wasm-bindgen writes the module and its glue into a folder, under the name of the binary.
pub(crate) fn bind(module: &Path, to: &Path, options: &[&str]) -> Result<(), Failure> {
    foreground(modules("bind").args([module, to]).args(options))
}

/// The command of `xtask/modules`.
pub(crate) fn modules(action: &str) -> Command {
    program("cargo", ["run", "--quiet", "--locked", "--package", "modules", "--", action])
}

/// Where cargo leaves a binary of the app.
pub(crate) fn module(profile: &str, binary: &str) -> PathBuf {
    checkout::target().join(format!("wasm32-unknown-unknown/{profile}/{binary}.wasm"))
}

/// cargo's command for a binary of the app.
pub(crate) fn cargo_build(profile: &str, features: &str, binaries: &[&str]) -> Command {
    let mut cargo = program("cargo", ["build", "--package", "crosswalk", "--locked", "--target"]);
    cargo.args(["wasm32-unknown-unknown", "--no-default-features", "--features", features, "--profile", profile]);
    cargo.args(binaries);
    cargo
}

/// The same with the flags of the parts. They hold for everything in the optimised site, because other flags would compile
/// every dependency again.
pub(crate) fn cargo_optimised(profile: &str, features: &str, binaries: &[&str]) -> Command {
    let mut cargo = cargo_build(profile, features, binaries);
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", parts::RUSTFLAGS);
    cargo
}

/// An empty folder below `target`.
fn fresh(name: &str) -> Result<PathBuf, Failure> {
    let folder = checkout::target().join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|error| Failure::file("remove", &folder, &error))?;
    }
    fs::create_dir_all(&folder).map_err(|error| Failure::file("create", &folder, &error))?;
    Ok(folder)
}
