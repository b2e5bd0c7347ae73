//! Cuts the compiled app into parts: one file for the first visit, and one for each part that loads on first use.
//!
//! wasm-split cuts cargo's module at the marked functions (`src/app/parts`), and wasm-bindgen binds the main part.

use crate::{
    build::{APP, WORKERS, bind, modules},
    checkout,
    run::{Failure, foreground},
};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Relocations tell wasm-split which functions use which data. The other flag repeats `.cargo/config.toml`, because
/// this variable may replace the flags there.
pub(crate) const RUSTFLAGS: &str = "--cfg erase_components -Clink-args=--emit-relocs";

/// The loader of the parts that wasm-split writes, and its name beside the app.
const LOADER: &str = "__wasm_split.js";

/// Cuts a module, and writes the parts, their loader and the glue into a folder.
pub(crate) fn cut(module: &Path, to: &Path) -> Result<(), Failure> {
    let folder = checkout::target().join("parts");
    // The site must not contain parts of an earlier build.
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|error| Failure::file("remove", &folder, &error))?;
    }
    foreground(modules("cut").args([module, &folder]).arg(APP))?;
    let main = folder.join(format!("{APP}.wasm"));
    // The parts use names of the main part that wasm-bindgen would otherwise remove as unused.
    bind(&main, to, &["--keep-exports"])?;
    let parts = wasm_files(&folder)?.into_iter().filter(|part| *part != main);
    for file in parts.chain([folder.join(LOADER)]) {
        let copy = to.join(file.file_name().unwrap_or_default());
        fs::copy(&file, &copy).map_err(|error| Failure::file("write", &copy, &error))?;
    }
    Ok(())
}

/// The WebAssembly files of a folder, in order.
pub(crate) fn wasm_files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let entries = fs::read_dir(folder).map_err(|error| Failure::file("read", folder, &error))?;
    let mut files: Vec<_> = entries.filter_map(Result::ok).map(|entry| entry.path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "wasm"));
    files.sort();
    Ok(files)
}

/// Removes names and relocations from the workers. They are not cut, and these are larger than their code.
pub(crate) fn strip_workers(built: &Path) -> Result<(), Failure> {
    for path in WORKERS.map(|worker| built.join(format!("{worker}_bg.wasm"))) {
        let module = fs::read(&path).map_err(|error| Failure::file("read", &path, &error))?;
        let stripped = without_custom_sections(&module)
            .ok_or_else(|| Failure::new(format!("{} is not a valid WebAssembly module", path.display())))?;
        fs::write(&path, stripped).map_err(|error| Failure::file("write", &path, &error))?;
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
