//! The headless command over the same library: `crosswalk starter | check | preview | import | export | diff |
//! eval`.
//!
//! Exit codes: 0 as asked, 1 the plan or the expression has errors or two plans differ, 2 wrong usage or a file that cannot be read.

mod check;
mod diff;
mod eval;
mod export;
mod files;
mod import;
mod preview;
mod starter;

use std::io::Write;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Plan the provisioning of people from Microsoft Entra ID over SCIM.
#[derive(Parser)]
#[command(name = "crosswalk", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Print a starter plan, or list the starters.
    Starter(starter::Arguments),
    /// Print a line for every problem of a plan.
    Check(check::Arguments),
    /// Print the requests that Entra would send for a person, as JSON.
    Preview(preview::Arguments),
    /// Read an Entra schema as a plan.
    Import(import::Arguments),
    /// Print a document made from a plan.
    Export(export::Arguments),
    /// Compare two plans, or a plan and a schema.
    Diff(diff::Arguments),
    /// Evaluate an expression, or a file of them, and print one JSON object for each.
    Eval(eval::Arguments),
}

/// What a command has to say.
#[derive(Debug, Default, PartialEq, Eq)]
struct Answer {
    /// For standard output.
    output: String,
    /// For standard error, a line each.
    notes: Vec<String>,
    /// The exit code.
    code: u8,
}

fn main() -> ExitCode {
    let answer = match Arguments::parse().command {
        Command::Starter(arguments) => starter::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Preview(arguments) => preview::run(&arguments),
        Command::Import(arguments) => import::run(&arguments),
        Command::Export(arguments) => export::run(&arguments),
        Command::Diff(arguments) => diff::run(&arguments),
        Command::Eval(arguments) => eval::run(&arguments),
    };
    let (answer, failed) = match answer {
        Ok(answer) => (answer, None),
        Err(failure) => (Answer { code: 2, ..Answer::default() }, Some(failure)),
    };
    let mut stderr = std::io::stderr().lock();
    for note in answer.notes {
        let _ = writeln!(stderr, "note: {note}");
    }
    if let Some(failure) = failed {
        let _ = writeln!(stderr, "crosswalk: {failure}");
    }
    // Who closes the pipe early has read enough.
    let mut stdout = std::io::stdout().lock();
    let _ = stdout.write_all(answer.output.as_bytes()).and_then(|()| stdout.flush());
    ExitCode::from(answer.code)
}
