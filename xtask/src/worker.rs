//! Adds a hash to the names of the workers' files.
//!
//! Trunk names a worker's files after its binary, so a cache could start the worker of another build. The page names the
//! file to start, for example `<meta name="worker">`. The hash goes there, and into the script that loads the module.

use crate::{replace::replace, run::Failure};
use std::{
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    path::Path,
};

/// The binaries of the workers. Each has a `<meta>` of its name in the page.
const WORKERS: [&str; 2] = ["worker", "rehearsal"];

/// Whether a file of the site belongs to a worker, once it is named.
pub(crate) fn is_of_a_worker(file_name: &str) -> bool {
    WORKERS.iter().any(|worker| file_name.strip_prefix(worker).is_some_and(|rest| rest.starts_with('-')))
}

/// Renames the module and the glue of each worker in a built folder, and writes the scripts that start them.
pub(crate) fn name_all(folder: &Path) -> Result<(), Failure> {
    WORKERS.into_iter().try_for_each(|worker| name(folder, worker))
}

fn name(folder: &Path, worker: &str) -> Result<(), Failure> {
    let file = |name: &str| folder.join(name);
    let read = |name: &str| fs::read(file(name)).map_err(|error| Failure::file("read", &file(name), &error));
    let (own_glue, own_module) = (format!("{worker}.js"), format!("{worker}_bg.wasm"));
    let (module, glue, page) = (read(&own_module)?, read(&own_glue)?, read("index.html")?);
    let mut hasher = DefaultHasher::new();
    (&module, &glue).hash(&mut hasher);
    let stem = format!("{worker}-{:016x}", hasher.finish());
    let page = String::from_utf8_lossy(&page);
    let named = format!("content=\"./{own_glue}\"");
    let page = replace(&page, &named, &format!("content=\"./{stem}-start.js\""), "index.html")?;
    let rename = |from: &str, to: String| {
        fs::rename(file(from), file(&to)).map_err(|error| Failure::file("rename", &file(from), &error))
    };
    let write = |name: &str, text: &str| {
        fs::write(file(name), text).map_err(|error| Failure::file("write", &file(name), &error))
    };
    rename(&own_glue, format!("{stem}.js"))?;
    rename(&own_module, format!("{stem}_bg.wasm"))?;
    let start = format!(
        "import init from \"./{stem}.js\";\n\
         await init({{ module_or_path: new URL(\"./{stem}_bg.wasm\", import.meta.url) }});\n"
    );
    write(&format!("{stem}-start.js"), &start)?;
    write("index.html", &page)
}

#[cfg(test)]
mod tests {
    use super::is_of_a_worker;

    #[test]
    fn the_files_of_workers_are_known_by_their_names() {
        assert!(is_of_a_worker("rehearsal-0a1b_bg.wasm") && is_of_a_worker("worker-0a1b-start.js"));
        assert!(!is_of_a_worker("designer-0a1b.rehearsal_part.wasm") && !is_of_a_worker("workers.css"));
    }
}
