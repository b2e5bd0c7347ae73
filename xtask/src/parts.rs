//! Cuts the built app into parts: one file for the first visit, and one for each part that loads on first use.
//!
//! Trunk does not support parts. It builds the app with the feature `split` and makes the page. This module then
//! replaces the WebAssembly module that Trunk made: wasm-split-cli cuts cargo's module at the marked functions
//! (`src/app/parts`), and wasm-bindgen binds the main part. Every file name has the hash of Trunk's build, so that a
//! cache cannot mix two builds.

use crate::{
    checkout,
    replace::replace,
    run::{Failure, foreground, program},
    worker::is_of_a_worker,
};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Relocations tell wasm-split-cli which functions use which data. The other flag repeats `.cargo/config.toml`, because
/// this variable may replace the flags there.
pub(crate) const RUSTFLAGS: &str = "--cfg erase_components -Clink-args=--emit-relocs";

const LINK_FILE: &str = "__wasm_split.js";

/// How the generated loader loads a part, and how to do it from a server that does not know the type of `.wasm` files.
const STREAMED: &str = "WebAssembly.instantiateStreaming(src, imports)";
const ANY_SERVER: &str = "WebAssembly.instantiate(await (await src).arrayBuffer(), imports)";

pub(crate) fn cut(site: &Path) -> Result<(), Failure> {
    let module = checkout::target().join("wasm32-unknown-unknown/dist/designer.wasm");
    let name = page_module(site)?;
    let folder = checkout::target().join("parts");
    // The site must not contain parts of an earlier build.
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|error| Failure::file("remove", &folder, &error))?;
    }
    foreground(
        program("wasm-split-cli", [module.as_path(), &folder]).args(["--target", "web", "--out-name"]).arg(&name),
    )?;
    let main = folder.join(format!("{name}.wasm"));
    // The parts use names of the main part that wasm-bindgen would otherwise remove as unused.
    let options = ["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-dir"];
    foreground(program("wasm-bindgen", options).arg(site).arg(&main))?;

    let prefixed =
        |file: &str| format!("{name}.{}", file.trim_start_matches("split_").trim_start_matches("__wasm_split."));
    let mut link = read(&folder.join(LINK_FILE))?;
    for part in wasm_files(&folder)?.iter().filter(|part| **part != main) {
        let file = part.file_name().unwrap_or_default().to_string_lossy();
        link = replace(&link, &format!("./{file}"), &format!("./{}", prefixed(&file)), LINK_FILE)?;
        let to = site.join(prefixed(&file));
        fs::copy(part, &to).map_err(|error| Failure::file("write", &to, &error))?;
    }
    let link_name = format!("{name}.parts.js");
    write(&site.join(&link_name), &replace(&link, STREAMED, ANY_SERVER, LINK_FILE)?)?;
    // Only the import changes. Inside the WebAssembly module, the name stays.
    let glue = site.join(format!("{name}.js"));
    let import = |file: &str| format!("from \"./{file}\"");
    write(&glue, &replace(&read(&glue)?, &import(LINK_FILE), &import(&link_name), &format!("{name}.js"))?)
}

/// The stem that Trunk gave the module: `designer-<hash>`.
fn page_module(site: &Path) -> Result<String, Failure> {
    let found = wasm_files(site)?.into_iter().find_map(|path| {
        let stem = path.file_stem()?.to_str()?;
        stem.strip_suffix("_bg").filter(|stem| stem.starts_with("designer-")).map(str::to_owned)
    });
    found.ok_or_else(|| Failure::new(format!("{} does not contain Trunk's module", site.display())))
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

/// Removes names and relocations from the workers. They are not cut, and these are larger than their code.
pub(crate) fn strip_workers(site: &Path) -> Result<(), Failure> {
    let is_worker = |path: &PathBuf| path.file_name().is_some_and(|name| is_of_a_worker(&name.to_string_lossy()));
    for path in wasm_files(site)?.iter().filter(|path| is_worker(path)) {
        let module = fs::read(path).map_err(|error| Failure::file("read", path, &error))?;
        let stripped = without_custom_sections(&module)
            .ok_or_else(|| Failure::new(format!("{} is not a valid WebAssembly module", path.display())))?;
        fs::write(path, stripped).map_err(|error| Failure::file("write", path, &error))?;
    }
    Ok(())
}

/// A module without its custom sections (WebAssembly core specification, 5.5: an id, a size, and as many bytes).
fn without_custom_sections(module: &[u8]) -> Option<Vec<u8>> {
    let (head, mut rest) = module.split_at_checked(8)?;
    let mut kept = head.to_vec();
    while let Some((id, sized)) = rest.split_first() {
        let (size, length) = number(sized)?;
        let section = rest.get(..1 + length + size)?;
        if *id != 0 {
            kept.extend_from_slice(section);
        }
        rest = &rest[section.len()..];
    }
    Some(kept)
}

/// An unsigned number in LEB128, and how many bytes it takes.
fn number(bytes: &[u8]) -> Option<(usize, usize)> {
    let mut value = 0;
    for (index, byte) in bytes.iter().take(5).enumerate() {
        value |= usize::from(byte & 0x7F) << (7 * index);
        if byte & 0x80 == 0 {
            return Some((value, index + 1));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::without_custom_sections;

    #[test]
    fn custom_sections_are_removed_and_the_others_stay() {
        let head = b"\0asm\x01\0\0\0";
        let long = [&[0x00, 0x81, 0x01][..], &[7; 129]].concat();
        let module = [&head[..], &[0x01, 0x02, 0xAA, 0xBB], &long, &[0x0A, 0x01, 0xCC]].concat();
        let kept = [&head[..], &[0x01, 0x02, 0xAA, 0xBB, 0x0A, 0x01, 0xCC]].concat();
        assert_eq!(without_custom_sections(&module), Some(kept));
        assert_eq!(without_custom_sections(&module[..module.len() - 1]), None);
    }
}
