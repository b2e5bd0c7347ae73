//! `cargo xtask dist`: the optimised static site in `dist/`, measured against its budget.

use crate::{
    checkout, parts,
    run::{Failure, foreground, program, step},
    tools,
};
use std::path::PathBuf;

/// What a first visit may load, gzipped. What loads when it is used is listed beside it.
const BUDGET_BYTES: &str = "300000";

/// What today's rustc emits for wasm32-unknown-unknown.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-multivalue",
];

pub(crate) fn dist() -> Result<(), Failure> {
    step("Rust target", tools::rust_target)?;
    step("Tools", || tools::wasm_tools().and_then(|()| tools::wasm_split()).and_then(|()| tools::wasm_opt()))?;
    let folder = checkout::root().join("dist");
    step("Optimised build", || {
        let options = ["build", "--locked", "--release", "--cargo-profile", "dist", "--features", "split", "--dist"];
        foreground(
            program("trunk", options)
                .arg(&folder)
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", parts::RUSTFLAGS),
        )
    })?;
    step("Parts", || parts::cut(&folder))?;
    step("wasm-opt", || parts::wasm_files(&folder)?.iter().try_for_each(optimise))?;
    // Last: one of the sections tells wasm-opt which features the module uses.
    step("The worker's names", || parts::strip_worker(&folder))?;
    step("Sizes", || {
        let mut node = program("node", ["xtask/src/site.mjs"]);
        foreground(node.arg(&folder).arg(BUDGET_BYTES))
    })
}

/// Without the first option wasm-opt inlines single callers into recursive functions: the expression parser's safe
/// depth was measured to fall from 2,000 to 60.
fn optimise(file: &PathBuf) -> Result<(), Failure> {
    let mut command = program("wasm-opt", ["--one-caller-inline-max-function-size=1", "-Oz"]);
    foreground(command.args(FEATURES).arg(file).arg("-o").arg(file))
}
