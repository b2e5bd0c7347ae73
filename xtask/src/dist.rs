//! `cargo xtask dist`: the optimised static site, checked against its size budget.

use crate::{
    parts,
    run::{Failure, foreground, program, step},
    tools,
};
use std::{
    fs,
    path::{Path, PathBuf},
    sync::Mutex,
    thread,
};

/// The size budget of a first visit: HTML, CSS, JavaScript and WebAssembly, compressed with gzip. Parts that load on
/// first use and the workers are listed, but do not count. The first visit shows the start page: what only an open plan
/// needs belongs in a part.
const BUDGET_BYTES: &str = "280000";

/// The WebAssembly features that rustc uses for wasm32-unknown-unknown.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-multivalue",
];

pub(crate) fn dist(folder: &Path) -> Result<(), Failure> {
    step("Rust target", tools::rust_target)?;
    step("Tools", tools::to_optimise)?;
    build(folder)
}

/// Builds the site into a folder. The tools must be installed.
pub(crate) fn build(folder: &Path) -> Result<(), Failure> {
    step("Optimised build", || {
        let options = ["build", "--locked", "--release", "--cargo-profile", "dist", "--features", "split", "--dist"];
        foreground(
            program("trunk", options)
                .arg(folder)
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", parts::RUSTFLAGS),
        )
    })?;
    step("Parts", || parts::cut(folder))?;
    step("wasm-opt", || optimise_all(&parts::wasm_files(folder)?))?;
    // This step is last: one of the sections tells wasm-opt which features the module uses.
    step("The workers' names", || parts::strip_workers(folder))?;
    step("Sizes", || {
        let mut node = program("node", ["xtask/src/site.mjs"]);
        foreground(node.arg(folder).arg(BUDGET_BYTES))
    })
}

/// wasm-opt uses one core for most of its time, so two run at a time: the largest files first.
fn optimise_all(files: &[PathBuf]) -> Result<(), Failure> {
    let size = |file: &PathBuf| fs::metadata(file).map_or(0, |file| file.len());
    let mut files: Vec<&PathBuf> = files.iter().collect();
    files.sort_by_key(|file| size(file));
    let rest = Mutex::new(files);
    let work = || -> Result<(), Failure> {
        loop {
            let next = rest.lock().map_err(|_| Failure::new("an optimisation panicked"))?.pop();
            match next {
                Some(file) => optimise(file)?,
                None => return Ok(()),
            }
        }
    };
    thread::scope(|scope| {
        let other = scope.spawn(work);
        let own = work();
        other.join().map_err(|_| Failure::new("an optimisation panicked"))?.and(own)
    })
}

/// The binary that is optimised for speed, and not for size.
const FAST: &str = "rehearsal-";

fn optimise(file: &Path) -> Result<(), Failure> {
    let is_fast = file.file_name().is_some_and(|name| name.to_string_lossy().starts_with(FAST));
    if is_fast { optimise_for_speed(file) } else { run_wasm_opt(file, "-Oz") }
}

/// Optimises a module for speed.
pub(crate) fn optimise_for_speed(file: &Path) -> Result<(), Failure> {
    run_wasm_opt(file, "-O3")
}

/// Without the first option, wasm-opt inlines functions with one caller into recursive functions. A measurement showed
/// that the safe depth of the expression parser then falls from 2,000 to 60.
fn run_wasm_opt(file: &Path, level: &str) -> Result<(), Failure> {
    let mut command = program("wasm-opt", ["--one-caller-inline-max-function-size=1", level]);
    foreground(command.args(FEATURES).arg(file).arg("-o").arg(file))
}
