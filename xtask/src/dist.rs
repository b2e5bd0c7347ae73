//! `cargo xtask dist`: the optimised static site, checked against its size budget, or the app as one file.

use crate::{
    build, checkout, parts,
    run::{Failure, foreground, program, step},
    tools,
};
use std::{
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
    sync::Mutex,
    thread,
};

/// The WebAssembly features that rustc uses for wasm32-unknown-unknown.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-multivalue",
];

const USAGE: &str = "usage: cargo xtask dist [--origin URL | --single-file]";

pub(crate) fn dist(arguments: &[String]) -> Result<(), Failure> {
    let (origin, is_one_file) = match arguments {
        [] => (None, false),
        [flag, url] if flag == "--origin" => (Some(url.as_str()), false),
        [flag] if flag == "--single-file" => (None, true),
        _ => return Err(Failure::new(USAGE)),
    };
    step("Rust target", tools::rust_target)?;
    step("Tools", tools::to_optimise)?;
    let built = compile()?;
    let folder = checkout::root().join("dist");
    if is_one_file { single_file(&built, &folder.join("crosswalk.html")) } else { site(&built, &folder, origin) }
}

/// Compiles and optimises. The tools must be installed. Returns the folder with the result.
pub(crate) fn compile() -> Result<PathBuf, Failure> {
    let built = build::optimised()?;
    step("wasm-opt", || optimise_all(&parts::wasm_files(&built)?))?;
    // This step is last: one of the sections tells wasm-opt which features the module uses.
    step("Names in the workers", || parts::strip_workers(&built))?;
    Ok(built)
}

/// Makes the site from what [`compile`] made. With an origin, its policy names the address of every file.
pub(crate) fn site(built: &Path, folder: &Path, origin: Option<&str>) -> Result<(), Failure> {
    step("Site", || {
        let origin = origin.map(|url| ["--origin".as_ref(), OsStr::new(url)]);
        let files = [built.as_os_str(), folder.as_os_str()];
        build::finish(&[&files[..], origin.as_ref().map_or(&[], |origin| &origin[..])].concat())
    })?;
    step("Sizes", || foreground(program("node", ["xtask/site/sizes.mjs"]).arg(folder)))
}

/// Makes one HTML file from what [`compile`] made.
pub(crate) fn single_file(built: &Path, file: &Path) -> Result<(), Failure> {
    step("Single file", || {
        let folder = file.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder).map_err(|error| Failure::file("create", folder, &error))?;
        foreground(program("node", ["xtask/site/single_file.mjs"]).args([built, file]))
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
const FAST: &str = "rehearsal";

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
