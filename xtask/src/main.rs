//! The developer's commands: `cargo xtask serve | test | dist | bench`.
//!
//! Nothing here relies on what a machine happens to have: a tool is taken from `PATH` when it has the right version,
//! otherwise it is brought into `.tools` of the checkout.
#![allow(clippy::print_stdout, reason = "a command talks to its terminal")]

mod bench;
mod browser;
mod checkout;
mod dependencies;
mod dist;
mod parts;
mod run;
mod serve;
mod start_script;
mod test;
mod tools;
mod worker;

use run::Failure;
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask serve [--port N]   build the app and serve it on 127.0.0.1
cargo xtask test               every check: format, clippy, native tests, the app in a real browser
cargo xtask dist               the optimised site in dist/, with its sizes
cargo xtask bench              the benchmarks under benches/
cargo xtask install            only bring the tools that the others need into .tools";

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
        "dist" => dist::dist(),
        "bench" => bench::bench(rest),
        "install" => test::install_everything(),
        // Trunk calls this one after every build, see Trunk.toml.
        "finish-page" => start_script::finish_page(),
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(())
        }
        other => Err(Failure::new(format!("there is no command {other:?}\n\n{HELP}"))),
    }
}
