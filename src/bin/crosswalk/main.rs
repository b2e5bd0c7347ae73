//! The headless command over the same library: `crosswalk starter | check | preview | import | export | rehearse | diff |
//! eval`, and what a shell needs: `completions | man`.
//!
//! Exit codes: 0 means success. 1 means that the plan, the expression or a rehearsal has errors, or that two plans
//! differ. 2 means wrong usage, a file that cannot be read, or output that cannot be written.

mod check;
mod choice;
mod closed_output;
mod csv_form;
mod diff;
mod eval;
mod examples;
mod export;
mod files;
mod import;
mod manual;
mod output;
mod people_table;
mod person;
mod preview;
mod profile;
mod progress_line;
mod rehearse;
mod scim_schemas;
mod starter;

use std::io::Write;
use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};
use crosswalk::text::visible;

use output::{is_closed, print};

/// Plan the provisioning of people from Microsoft Entra ID over SCIM.
#[derive(Parser)]
#[command(name = "crosswalk", version, after_help = examples::ALL)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Print a starter plan, or list the starters.
    #[command(after_help = examples::STARTER)]
    Starter(starter::Arguments),
    /// Print the problems of a plan.
    #[command(after_help = examples::CHECK)]
    Check(check::Arguments),
    /// Print the requests that Entra would send for a person, as JSON.
    #[command(after_help = examples::PREVIEW)]
    Preview(preview::Arguments),
    /// Read an Entra schema, a table of attribute mappings, or a SCIM application's answer to /Schemas, as a plan.
    #[command(after_help = examples::IMPORT)]
    Import(import::Arguments),
    /// Rehearse the first cycle with a whole directory: can the plan go live?
    #[command(after_help = examples::REHEARSE)]
    Rehearse(rehearse::Arguments),
    /// Export a document from a plan.
    #[command(after_help = examples::EXPORT)]
    Export(export::Arguments),
    /// Compare two plans, or a plan and a schema.
    #[command(after_help = examples::DIFF)]
    Diff(diff::Arguments),
    /// Evaluate an expression, or a file of them, and print one JSON object for each.
    #[command(after_help = examples::EVAL)]
    Eval(eval::Arguments),
    /// Print the completions for a shell.
    #[command(after_help = examples::COMPLETIONS)]
    Completions(manual::Completions),
    /// Print the manual page of crosswalk, or of one of its commands.
    #[command(after_help = examples::MAN)]
    Man(manual::Page),
}

/// The output of a command.
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
    let command = match Arguments::try_parse() {
        Ok(arguments) => arguments.command,
        Err(usage) => return explain(&usage),
    };
    let answer = match command {
        Command::Starter(arguments) => starter::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Preview(arguments) => preview::run(&arguments),
        Command::Import(arguments) => import::run(&arguments),
        Command::Rehearse(arguments) => rehearse::run(&arguments),
        Command::Export(arguments) => export::run(&arguments),
        Command::Diff(arguments) => diff::run(&arguments),
        Command::Eval(arguments) => eval::run(&arguments),
        Command::Completions(arguments) => Ok(arguments.run(Arguments::command())),
        Command::Man(arguments) => arguments.run(Arguments::command()),
    };
    let (answer, failed) = match answer {
        Ok(answer) => (answer, None),
        Err(failure) => (Answer { code: 2, ..Answer::default() }, Some(failure)),
    };
    let mut messages: Vec<String> = answer.notes.iter().map(|note| format!("note: {note}")).collect();
    messages.extend(failed.map(|failure| format!("crosswalk: {failure}")));
    let mut code = answer.code;
    if let Err(failure) = print(&answer.output) {
        messages.push(format!("crosswalk: {failure}"));
        code = 2;
    }
    match say(&messages) {
        // Nobody can be told why; the code still says that something went wrong.
        Err(error) if !is_closed(&error) => ExitCode::from(2),
        _ => ExitCode::from(code),
    }
}

/// Help and the version go to standard output, wrong usage to standard error.
fn explain(usage: &clap::Error) -> ExitCode {
    let text = usage.render().to_string();
    if usage.use_stderr() {
        let _ = say(&[text.trim_end().to_owned()]);
        return ExitCode::from(2);
    }
    match print(&text) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            let _ = say(&[format!("crosswalk: {failure}")]);
            ExitCode::from(2)
        }
    }
}

/// Writes messages to standard error, a line each, in which no control character acts.
fn say(messages: &[String]) -> std::io::Result<()> {
    let mut stderr = std::io::stderr().lock();
    messages.iter().try_for_each(|message| writeln!(stderr, "{}", visible(message)))
}
