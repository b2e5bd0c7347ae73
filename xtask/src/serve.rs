//! `cargo xtask serve`: serves the app on this machine and rebuilds it after every change.

use crate::{
    build, checkout,
    run::{Failure, foreground, program, step},
    tools,
};
use std::{env, net::TcpListener};

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
    step("Tools", tools::site)?;
    let site = checkout::target().join("quick-site");
    build::quick(&site)?;

    println!("\nOpen  http://127.0.0.1:{port}/  (reload the page after a change; press Ctrl+C to stop)\n");
    let mut server = program("node", ["xtask/site/serve.mjs"]);
    foreground(server.arg(&site).arg(port.to_string()).env("XTASK", env::current_exe().unwrap_or_default()))
}

/// `cargo xtask build`: the same site without a server.
pub(crate) fn build(arguments: &[String]) -> Result<(), Failure> {
    let site = match arguments {
        [] => checkout::target().join("quick-site"),
        [folder] => checkout::root().join(folder),
        _ => return Err(Failure::new("usage: cargo xtask build [FOLDER]")),
    };
    build::quick(&site)
}

fn is_free(port: u16) -> bool {
    TcpListener::bind(("127.0.0.1", port)).is_ok()
}
