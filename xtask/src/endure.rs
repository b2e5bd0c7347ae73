//! `cargo xtask endure`: what takes too long for the gate. It kills the browser many times, tries all orders of events in
//! two tabs, and runs every browser test three times.

use crate::{
    browser, checkout, dist,
    run::{Failure, foreground, program, seconds, step},
    test,
};
use std::time::Instant;

/// How often the browser is killed.
const KILLS: &str = "200";
/// How often every browser test runs.
const RUNS: usize = 3;

pub(crate) fn endure() -> Result<(), Failure> {
    let start = Instant::now();
    let (chromium, _) = test::install()?;
    step("Failures of the storage, and 10,000 orders of events in two tabs", || {
        foreground(&mut program("cargo", ["test", "--locked", "--lib", "editor::saving", "--", "--nocapture"]))
    })?;
    step("Native tests, which the browser tests compare with", || {
        foreground(&mut program("cargo", ["test", "--workspace", "--features", "cli", "--locked"]))
    })?;
    let (site, file) =
        (checkout::target().join("optimised-site"), checkout::target().join("single-file/crosswalk.html"));
    let built = dist::compile()?;
    dist::site(&built, &site, None)?;
    dist::single_file(&built, &file)?;
    step(&format!("{KILLS} kills"), || browser::run_kills(&site, &chromium, KILLS))?;
    let written = checkout::target().join("tmp");
    for run in 1..=RUNS {
        step(&format!("Browser tests, run {run} of {RUNS}"), || browser::run(&site, &file, &written, &chromium))?;
    }
    println!("\nNothing was lost, and everything passed {RUNS} times, in {}.", seconds(start.elapsed()));
    Ok(())
}
