//! What may be depended on: crates.io only, and only under licences that our own two allow.

use crate::{
    checkout,
    run::{Failure, output},
};
use std::{collections::BTreeSet, fs};

const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// Permissive ones. A new one belongs here only after it was read.
const LICENCES: [&str; 11] = [
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "Unicode-3.0",
    "Zlib",
];

pub(crate) fn check() -> Result<(), Failure> {
    let path = checkout::root().join("Cargo.lock");
    let lock = fs::read_to_string(&path).map_err(|error| Failure::file("read", &path, &error))?;
    let mut faults = foreign_sources(&lock);

    let native = ["--workspace", "--features", "cli", "--edges", "normal,build,dev"];
    let app = ["--package", "crosswalk", "--no-default-features", "--features", "app", "--edges", "normal,build"];
    let app = [&app[..], &["--target", "wasm32-unknown-unknown"]].concat();
    let mut count = 0;
    for scope in [&native[..], &app] {
        let options = ["tree", "--quiet", "--locked", "--prefix", "none", "--no-dedupe", "--format", "{p}\t{l}"];
        let tree = output("cargo", [&options[..], scope].concat())
            .ok_or_else(|| Failure::new("cargo tree failed: is Cargo.lock up to date?"))?;
        let packages: BTreeSet<&str> = tree.lines().filter(|line| !line.is_empty()).collect();
        count += packages.len();
        faults.extend(packages.into_iter().filter(|line| !is_allowed(licence_of(line))).map(|line| {
            format!(
                "{} is under a licence that is not on the list in xtask/src/dependencies.rs",
                line.replace('\t', ": ")
            )
        }));
    }
    if faults.is_empty() {
        println!("   {count} packages (native and for the browser), all from crates.io, all under allowed licences");
        return Ok(());
    }
    Err(Failure::new(faults.join("\n")))
}

fn licence_of(line: &str) -> &str {
    line.split('\t').nth(1).unwrap_or_default()
}

/// Sources in a lock file other than crates.io: git, other registries.
fn foreign_sources(lock: &str) -> Vec<String> {
    let sources = lock.lines().filter_map(|line| line.strip_prefix("source = \"")?.strip_suffix('"'));
    sources.filter(|source| *source != REGISTRY).map(|source| format!("{source} is not crates.io")).collect()
}

/// Reads SPDX expressions as crates write them: AND binds parts that must all be allowed, OR (or an old `/`) alternatives.
fn is_allowed(expression: &str) -> bool {
    expression.split(" AND ").all(|part| {
        let alternatives = part.trim_matches(['(', ')', ' ']).replace('/', " OR ");
        alternatives.split(" OR ").any(|name| LICENCES.contains(&name.trim_matches(['(', ')', ' '])))
    })
}

#[cfg(test)]
mod tests {
    use super::{foreign_sources, is_allowed};

    #[test]
    fn licences_are_read_as_crates_write_them() {
        assert!(is_allowed("MIT OR Apache-2.0"));
        assert!(is_allowed("Unlicense/MIT"));
        assert!(is_allowed("(MIT OR Apache-2.0) AND Unicode-3.0"));
        assert!(is_allowed("MIT OR Apache-2.0 OR LGPL-2.1-or-later"));
        assert!(!is_allowed("(MIT OR Apache-2.0) AND GPL-3.0-only"));
        assert!(!is_allowed("AGPL-3.0-only"));
        assert!(!is_allowed(""), "a package without a licence may not be used");
    }

    #[test]
    fn a_git_dependency_is_found() {
        let lock =
            "source = \"registry+https://github.com/rust-lang/crates.io-index\"\nsource = \"git+https://x/y#1\"\n";
        assert_eq!(foreign_sources(lock), ["git+https://x/y#1 is not crates.io"]);
    }
}
