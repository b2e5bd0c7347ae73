//! What `xtask` does with compiled WebAssembly modules. `xtask` runs it when it builds the app, so that its other commands
//! need no dependencies.
//!
//! - `modules bind MODULE FOLDER [--keep-exports]` writes a module and its JavaScript, as wasm-bindgen does.
//! - `modules cut MODULE FOLDER NAME` cuts a module at the marked functions into a main part with this name and other parts.

use std::{env, error::Error, fs, path::Path, process::ExitCode};

use wasm_bindgen_cli_support::Bindgen;
use wasm_split_cli_support::{Options, transform};

const USAGE: &str = "usage: modules bind MODULE FOLDER [--keep-exports] | modules cut MODULE FOLDER NAME";

fn main() -> ExitCode {
    let arguments: Vec<_> = env::args().skip(1).collect();
    let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
    let outcome = match arguments[..] {
        ["bind", module, folder] => bind(module, folder, false),
        ["bind", module, folder, "--keep-exports"] => bind(module, folder, true),
        ["cut", module, folder, name] => cut(module, folder, name),
        _ => Err(USAGE.into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// The exports that the linker makes stay on request: the parts of a cut module use them.
fn bind(module: &str, folder: &str, keeps_exports: bool) -> Result<(), Box<dyn Error>> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(module).web(true)?.typescript(false);
    // The script finds its module beside it, as that of the command does.
    bindgen.omit_default_module_path(false).keep_lld_exports(keeps_exports);
    Ok(bindgen.generate(folder)?)
}

fn cut(module: &str, folder: &str, name: &str) -> Result<(), Box<dyn Error>> {
    let module = fs::read(module)?;
    let folder = Path::new(folder);
    let (main, glue) = (folder.join(format!("{name}.wasm")), format!("./{name}.js"));
    let mut options = Options::new(&module);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.main_module = &glue;
    options.target.web();
    transform(options)?;
    Ok(())
}
