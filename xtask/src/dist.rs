//! `cargo xtask dist`: the optimised static site, checked against its size budget, or the app as one file.

use crate::{
    build, checkout, parts,
    run::{Failure, background, foreground, program, step},
    tools,
};
use std::{
    ffi::{OsStr, OsString},
    fs,
    path::{Path, PathBuf},
};

const USAGE: &str = "usage: cargo xtask dist [--origin URL | --single-file]";

pub(crate) fn dist(arguments: &[String]) -> Result<(), Failure> {
    let (origin, is_one_file) = match arguments {
        [] => (None, false),
        [flag, url] if flag == "--origin" => (Some(url.as_str()), false),
        [flag] if flag == "--single-file" => (None, true),
        _ => return Err(Failure::new(USAGE)),
    };
    step("Rust target", tools::rust_target)?;
    step("Tools", tools::site)?;
    let built = compile()?;
    let folder = checkout::root().join("dist");
    if is_one_file { single_file(&built, &folder.join("crosswalk.html")) } else { site(&built, &folder, origin) }
}

/// Compiles and optimises. The tools must be installed. Returns the folder with the result.
pub(crate) fn compile() -> Result<PathBuf, Failure> {
    let built = build::optimised()?;
    step("wasm-opt", || optimise_all(&parts::wasm_files(&built)?))?;
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

/// The binary that is optimised for speed, and not for size.
const FAST: &str = "rehearsal";

fn optimise_all(files: &[PathBuf]) -> Result<(), Failure> {
    let is_fast = |file: &Path| file.file_name().is_some_and(|name| name.to_string_lossy().starts_with(FAST));
    optimise(files.iter().map(|file| (if is_fast(file) { "speed" } else { "size" }, file.as_path())))
}

/// Optimises modules where they are. The level is "speed" or "size".
pub(crate) fn optimise<'a>(files: impl IntoIterator<Item = (&'a str, &'a Path)>) -> Result<(), Failure> {
    let mut node = program("node", ["xtask/site/optimise.mjs"]);
    node.args(files.into_iter().map(|(level, file)| {
        let mut argument = OsString::from(format!("{level}="));
        argument.push(file);
        argument
    }));
    // It warns of sections of names that it does not know and drops.
    background(&mut node, "wasm-opt")
}
