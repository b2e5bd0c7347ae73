//! Adds a hash to the names of the worker's files.
//!
//! Trunk names a worker's files after its binary, so a cache could start the worker of another build. The page names the
//! file to start (`<meta name="worker">`). The hash goes there, and into the script that loads the module.

use crate::{replace::replace, run::Failure};
use std::{
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    path::Path,
};

const NAMED: &str = "content=\"./worker.js\"";

/// Renames the worker's module and glue in a built folder, and writes the script that starts them.
pub(crate) fn name(folder: &Path) -> Result<(), Failure> {
    let file = |name: &str| folder.join(name);
    let read = |name: &str| fs::read(file(name)).map_err(|error| Failure::file("read", &file(name), &error));
    let (module, glue, page) = (read("worker_bg.wasm")?, read("worker.js")?, read("index.html")?);
    let mut hasher = DefaultHasher::new();
    (&module, &glue).hash(&mut hasher);
    let stem = format!("worker-{:016x}", hasher.finish());
    let page = String::from_utf8_lossy(&page);
    let page = replace(&page, NAMED, &format!("content=\"./{stem}-start.js\""), "index.html")?;
    let rename = |from: &str, to: String| {
        fs::rename(file(from), file(&to)).map_err(|error| Failure::file("rename", &file(from), &error))
    };
    let write = |name: &str, text: &str| {
        fs::write(file(name), text).map_err(|error| Failure::file("write", &file(name), &error))
    };
    rename("worker.js", format!("{stem}.js"))?;
    rename("worker_bg.wasm", format!("{stem}_bg.wasm"))?;
    let start = format!(
        "import init from \"./{stem}.js\";\n\
         await init({{ module_or_path: new URL(\"./{stem}_bg.wasm\", import.meta.url) }});\n"
    );
    write(&format!("{stem}-start.js"), &start)?;
    write("index.html", &page)
}
