//! `crosswalk rehearse PLAN --people FILE [--existing FILE] [--columns FILE] [--existing-columns FILE]
//! [--format summary|json|ndjson|csv|html|markdown] [--csv spreadsheet|exact] [--template ID] [--rule NAME]
//! [--object-mapping NAME] [--target-profile ID] [-o FILE]`: the first cycle for a whole directory.
//!
//! The documents are those of [`REHEARSAL_FORMATS`]. Exit code 1 means that a problem of severity Error was found,
//! or that the rehearsal stopped before its end.

mod directory;
mod summary_text;

use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use crosswalk::analysis::rehearsal::{ACTIONS_NOT_KNOWN, Rehearsal, Report};
use crosswalk::exchange::export::{REHEARSAL_FORMATS, RehearsalFormat, RehearsalWriter};
use crosswalk::expression::Severity;
use crosswalk::text::grouped;

use super::Answer;
use super::choice::ChoiceArguments;
use super::csv_form::Csv;
use super::files::{Failure, PlanRead, plan};
use super::output::Output;
use super::profile::ProfileOption;
use super::progress_line::ProgressLine;

pub(super) use directory::{DirectoryArguments, rehearsed};

const EXAMPLES: &str = "\
Examples:
  crosswalk rehearse plan.json --people users.csv
  crosswalk rehearse plan.json --people users.csv --existing staffbase.csv --format html -o rehearsal.html
  crosswalk rehearse plan.json --people hr.csv --columns columns.json --format json
  crosswalk rehearse plan.json --people users.json --format ndjson | head

The file of people can be the export of an admin center, of PowerShell, of Azure CLI or of Graph, or any other CSV file
with a header. The file for --columns says what its columns hold: {\"Login\": \"userPrincipalName\", \"Remarks\": null}

Exit codes: 0 means that no problem of severity Error was found. 1 means that one was found, or that the rehearsal stopped
before its end. 2 means that a file cannot be read, or that the output cannot be written.";

#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Arguments {
    /// The plan file, or a schema.
    plan: PathBuf,
    #[command(flatten)]
    choice: ChoiceArguments,
    /// Your people: a file with a whole directory, of any size.
    #[arg(id = "directory", long = "people", value_name = "FILE")]
    people: PathBuf,
    #[command(flatten)]
    directory: DirectoryArguments,
    /// What to print.
    #[arg(long, value_parser = known_format(), default_value = "summary")]
    format: Format,
    /// Who the CSV file is for.
    #[arg(long, value_enum, default_value_t = Csv::Spreadsheet)]
    csv: Csv,
    /// Write to a file instead of standard output.
    #[arg(short, long)]
    output: Option<PathBuf>,
    #[command(flatten)]
    profile: ProfileOption,
}

/// What to print.
#[derive(Clone, Copy)]
enum Format {
    /// A text to read.
    Summary,
    /// The figures as one JSON object.
    Json,
    /// A document.
    Document(&'static RehearsalFormat),
}

/// Reads the name of a format.
fn known_format() -> impl TypedValueParser<Value = Format> {
    let own = [("summary", "The answer, the figures and the problems, as text"), ("json", "The figures, as JSON")];
    let documents = REHEARSAL_FORMATS.iter().map(|format| (format.name, format.help));
    let names = own.into_iter().chain(documents).map(|(name, help)| PossibleValue::new(name).help(help));
    PossibleValuesParser::new(names).try_map(|name| match name.as_str() {
        "summary" => Ok(Format::Summary),
        "json" => Ok(Format::Json),
        name => RehearsalFormat::from_name(name).map(Format::Document).ok_or("this format does not exist"),
    })
}

pub(super) fn run(arguments: &Arguments) -> Result<Answer, Failure> {
    let format = format(arguments)?;
    let PlanRead { plan, mut notes, is_schema, .. } = plan(&arguments.plan, &arguments.choice.choice())?;
    arguments.choice.only_with_a_schema(is_schema)?;
    let plan = arguments.profile.on(plan);
    if let Format::Document(format) = format
        && let Some(why) = format.why_not(&plan)
    {
        return Err(Failure::NotAvailable { path: arguments.plan.clone(), format: format.name, why });
    }
    let mut progress = ProgressLine::new();
    let rehearsal = rehearsed(plan, &arguments.people, &arguments.directory, &mut progress)?;
    if !matches!(format, Format::Summary) {
        notes.extend(about(&rehearsal));
    }
    let mut output = Output::open(arguments.output.as_deref())?;
    let report = || arguments.directory.report(&rehearsal, &arguments.people);
    match format {
        Format::Summary => {
            progress.clear();
            let _ = output.write(&summary_text::text(&report()))?;
        }
        Format::Json => {
            progress.clear();
            // Only text keys and whole numbers: it always serialises.
            let summary = serde_json::to_string_pretty(&rehearsal.known_figures()).unwrap_or_default();
            let _ = output.write(&format!("{summary}\n"))?;
        }
        Format::Document(format) => write_document(&rehearsal, format, report, &mut output, &mut progress)?,
    }
    progress.clear();
    output.finish()?;
    let failed = rehearsal.stopped().is_some() || rehearsal.worst() == Some(Severity::Error);
    Ok(Answer { notes, code: u8::from(failed), ..Answer::default() })
}

/// The format that the options ask for. `--csv exact` without a table is wrong usage.
fn format(arguments: &Arguments) -> Result<Format, Failure> {
    match (arguments.csv, arguments.format) {
        (Csv::Exact, Format::Document(RehearsalFormat { exact: Some(exact), .. })) => Ok(Format::Document(exact)),
        (Csv::Exact, Format::Document(format)) if format.media_type == "text/csv" => Ok(arguments.format),
        (Csv::Exact, _) => Err(Failure::Option { option: "--csv exact", formats: "csv".to_owned() }),
        (Csv::Spreadsheet, format) => Ok(format),
    }
}

/// How long a piece of a document is.
const PIECE: usize = 64 * 1024;

/// Writes a document, in pieces if it has everybody.
fn write_document(
    rehearsal: &Rehearsal,
    format: &RehearsalFormat,
    report: impl Fn() -> Report,
    output: &mut Output,
    progress: &mut ProgressLine,
) -> Result<(), Failure> {
    let people = match format.writer {
        RehearsalWriter::Report(write) => {
            let _ = output.write(&write(rehearsal.plan(), &report()))?;
            return Ok(());
        }
        RehearsalWriter::People(people) => people,
    };
    let mut piece = String::new();
    let mut append = people(rehearsal, &mut piece);
    for row in 0..rehearsal.len() {
        append(row, &mut piece);
        if piece.len() < PIECE && row + 1 < rehearsal.len() {
            continue;
        }
        if output.write(&piece)?.is_break() {
            return Ok(());
        }
        piece.clear();
        progress.show(|| format!("Writing: {} of {} people", grouped(row), grouped(rehearsal.len())));
    }
    Ok(())
}

/// What there is to say about the files, beside a document.
fn about(rehearsal: &Rehearsal) -> Vec<String> {
    let people = rehearsal.people();
    let mut notes = vec![format!("the file of people is {}", people.form_words())];
    notes.extend(people.notes.iter().cloned());
    notes.extend(rehearsal.unknown_notes());
    notes.extend(rehearsal.stopped().map(str::to_owned));
    if !rehearsal.knows_actions() {
        notes.push(format!("actions and requests: {ACTIONS_NOT_KNOWN}"));
    }
    if let Some(existing) = rehearsal.existing() {
        notes.push(format!("the file of existing users is {}", existing.form_words()));
        notes.extend(existing.notes.iter().map(|note| format!("existing: {note}")));
    }
    notes
}
