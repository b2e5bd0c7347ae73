//! `cargo xtask serve`: serves the app on this machine and rebuilds it after every change.

use crate::{
    run::{Failure, program, step},
    tools,
};
use std::{net::TcpListener, process::Command};

const PORTS: std::ops::Range<u16> = 8080..8100;

pub(crate) fn serve(arguments: &[String]) -> Result<(), Failure> {
    let port = match arguments {
        [] => PORTS.into_iter().find(|port| is_free(*port)).ok_or_else(|| {
            Failure::new(format!(
                "no port from {} to {} is free. Choose another port with --port",
                PORTS.start,
                PORTS.end - 1
            ))
        })?,
        [flag, number] if flag == "--port" => {
            number.parse().map_err(|_| Failure::new(format!("{number:?} is not a port number")))?
        }
        _ => return Err(Failure::new("usage: cargo xtask serve [--port N]")),
    };
    step("Rust target", tools::rust_target)?;
    step("Tools", tools::to_build)?;

    println!(
        "\nBuilding. Then open  http://127.0.0.1:{port}/  (reload the page after a change; press Ctrl+C to stop)\n"
    );
    // Trunk.toml turns off Trunk's reload script, because the page's Content-Security-Policy forbids inline scripts.
    run_to_the_end(&mut program("trunk", ["serve", "--locked", "--address", "127.0.0.1", "--port", &port.to_string()]))
}

fn is_free(port: u16) -> bool {
    TcpListener::bind(("127.0.0.1", port)).is_ok()
}

/// Trunk replaces this process, so that a signal to this process stops Trunk.
#[cfg(unix)]
fn run_to_the_end(command: &mut Command) -> Result<(), Failure> {
    let error = std::os::unix::process::CommandExt::exec(command);
    Err(Failure::new(format!("could not start trunk: {error}")))
}

#[cfg(not(unix))]
fn run_to_the_end(command: &mut Command) -> Result<(), Failure> {
    crate::run::foreground(command)
}
