//! `cargo xtask bench`: runs the programs under `benches/`. Each has a `main` function.

use crate::{
    checkout,
    run::{Failure, foreground, program},
};

pub(crate) fn bench(arguments: &[String]) -> Result<(), Failure> {
    let any = checkout::root().join("benches").read_dir().is_ok_and(|mut entries| entries.next().is_some());
    if !any {
        println!("There are no benchmarks: benches/ is empty.");
        return Ok(());
    }
    foreground(program("cargo", ["bench", "--package", "crosswalk", "--benches", "--locked"]).args(arguments))
}
