//! `cargo xtask serve`: the app on this machine, rebuilt on every change.

use crate::{
    run::{Failure, program, step},
    tools,
};
use std::{net::TcpListener, process::Command};

const PORTS: std::ops::Range<u16> = 8080..8100;

pub(crate) fn serve(arguments: &[String]) -> Result<(), Failure> {
    let port = match arguments {
        [] => PORTS.into_iter().find(|port| is_free(*port)).ok_or_else(|| {
            Failure::new(format!("no free port from {} to {}: name one with --port", PORTS.start, PORTS.end - 1))
        })?,
        [flag, number] if flag == "--port" => {
            number.parse().map_err(|_| Failure::new(format!("{number:?} is not a port")))?
        }
        _ => return Err(Failure::new("usage: cargo xtask serve [--port N]")),
    };
    step("Rust target", tools::rust_target)?;
    step("Tools", tools::wasm_tools)?;

    println!("\nBuilding; then open  http://127.0.0.1:{port}/  (reload the page after a change; Ctrl+C ends it)\n");
    // Trunk.toml turns Trunk's reload script off: it is inline, and the page's Content-Security-Policy forbids that.
    run_to_the_end(&mut program("trunk", ["serve", "--locked", "--address", "127.0.0.1", "--port", &port.to_string()]))
}

fn is_free(port: u16) -> bool {
    TcpListener::bind(("127.0.0.1", port)).is_ok()
}

/// Trunk takes this process's place, so that whoever stops us stops it.
#[cfg(unix)]
fn run_to_the_end(command: &mut Command) -> Result<(), Failure> {
    let error = std::os::unix::process::CommandExt::exec(command);
    Err(Failure::new(format!("could not start trunk: {error}")))
}

#[cfg(not(unix))]
fn run_to_the_end(command: &mut Command) -> Result<(), Failure> {
    crate::run::foreground(command)
}
