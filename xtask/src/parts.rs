//! Cuts the built app into parts: what the first visit needs, and a file for everything that loads when it is used.
//!
//! Trunk knows no parts. It has built the app with the feature `split` and made the page; what it made of the module is
//! replaced here: wasm-split-cli cuts cargo's module at the marked functions (`src/app/parts`), wasm-bindgen binds the
//! main part. Every name carries the hash of Trunk's build, so that no cache can mix two builds.

use crate::{
    checkout,
    run::{Failure, foreground, program},
};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// For the module only: relocations tell the cutter what refers to what. (The other flag is that of `.cargo/config.toml`,
/// which this variable may replace.)
pub(crate) const RUSTFLAGS: &str = "--cfg erase_components -Clink-args=--emit-relocs";

const LINK_FILE: &str = "__wasm_split.js";

/// How the loader takes a part, and how it does so from a server that does not know the type of `.wasm` files.
const STREAMED: &str = "WebAssembly.instantiateStreaming(src, imports)";
const ANY_SERVER: &str = "WebAssembly.instantiate(await (await src).arrayBuffer(), imports)";

pub(crate) fn cut(site: &Path) -> Result<(), Failure> {
    let module = checkout::target().join("wasm32-unknown-unknown/dist/designer.wasm");
    let name = page_module(site)?;
    let folder = checkout::target().join("parts");
    // Parts of an earlier build would be shipped as well.
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|error| Failure::file("remove", &folder, &error))?;
    }
    foreground(
        program("wasm-split-cli", [module.as_path(), &folder]).args(["--target", "web", "--out-name"]).arg(&name),
    )?;
    let main = folder.join(format!("{name}.wasm"));
    // The parts call the main part by names that wasm-bindgen would drop as unused.
    let options = ["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-dir"];
    foreground(program("wasm-bindgen", options).arg(site).arg(&main))?;

    let prefixed =
        |file: &str| format!("{name}.{}", file.trim_start_matches("split_").trim_start_matches("__wasm_split."));
    let mut link = read(&folder.join(LINK_FILE))?;
    for part in wasm_files(&folder)?.iter().filter(|part| **part != main) {
        let file = part.file_name().unwrap_or_default().to_string_lossy();
        link = link.replace(&format!("./{file}"), &format!("./{}", prefixed(&file)));
        let to = site.join(prefixed(&file));
        fs::copy(part, &to).map_err(|error| Failure::file("write", &to, &error))?;
    }
    let link_name = format!("{name}.parts.js");
    write(&site.join(&link_name), &link.replace(STREAMED, ANY_SERVER))?;
    // Only where the file is imported: the module keeps the name inside.
    let glue = site.join(format!("{name}.js"));
    let import = |file: &str| format!("from \"./{file}\"");
    write(&glue, &read(&glue)?.replace(&import(LINK_FILE), &import(&link_name)))
}

/// The stem that Trunk gave the module: `designer-<hash>`.
fn page_module(site: &Path) -> Result<String, Failure> {
    let found = wasm_files(site)?.into_iter().find_map(|path| {
        let stem = path.file_stem()?.to_str()?;
        stem.strip_suffix("_bg").filter(|stem| stem.starts_with("designer-")).map(str::to_owned)
    });
    found.ok_or_else(|| Failure::new(format!("Trunk's module is not in {}", site.display())))
}

/// The WebAssembly files of a folder, in order.
pub(crate) fn wasm_files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let entries = fs::read_dir(folder).map_err(|error| Failure::file("read", folder, &error))?;
    let mut files: Vec<_> = entries.filter_map(Result::ok).map(|entry| entry.path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "wasm"));
    files.sort();
    Ok(files)
}

fn read(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|error| Failure::file("read", path, &error))
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    fs::write(path, text).map_err(|error| Failure::file("write", path, &error))
}
