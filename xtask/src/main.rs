//! The developer's commands: `cargo xtask serve | build | test | endure | dist | bench | people`.
//!
//! These commands use a tool from `PATH` if it has the right version. Otherwise they install it into `.tools` in the
//! checkout.
#![allow(clippy::print_stdout, reason = "a command prints to its terminal")]

mod bench;
mod browser;
mod build;
mod checkout;
mod dependencies;
mod directory;
mod dist;
mod endure;
mod parts;
mod people;
mod run;
mod serve;
mod test;
mod tools;

use run::Failure;
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask serve [--port N]   build the app, serve it on 127.0.0.1, and build it again after every change
cargo xtask build [FOLDER]     build the same site without a server, in target/quick-site
cargo xtask test               run every check: format, clippy, native tests, the app and the optimised site in a browser
cargo xtask endure             kill the browser 200 times, try 10,000 orders of events in two tabs, and run all tests in the
                               browser three times
cargo xtask dist [--origin URL | --single-file]
                               build the optimised site in dist/ and print its sizes. With the address where it will be,
                               its policy names every file. With --single-file, dist/crosswalk.html opens from disk
cargo xtask bench              run the benchmarks under benches/, and the worker beside its peers in Chromium
cargo xtask people N [--seed S] [-o FILE]   write a directory of N invented people as CSV, always the same for a seed
cargo xtask install            install the tools that the other commands need into .tools";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (command, rest) = match arguments.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", &[][..]),
    };
    match dispatch(command, rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            println!("\nxtask {command}: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(command: &str, rest: &[String]) -> Result<(), Failure> {
    match command {
        "serve" => serve::serve(rest),
        "test" => test::test(),
        "endure" => endure::endure(),
        "build" => serve::build(rest),
        "dist" => dist::dist(rest),
        "bench" => bench::bench(rest),
        "people" => people::people(rest),
        "install" => test::install_everything(),
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(())
        }
        other => Err(Failure::new(format!("unknown command {other:?}\n\n{HELP}"))),
    }
}
