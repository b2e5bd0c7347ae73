//! `crosswalk export PLAN --format FORMAT [--since FILE] [--into SCHEMA] [--csv spreadsheet|exact] [--people FILE]
//! [--rehearse FILE [--existing FILE] [--columns FILE]] [--template ID] [--rule NAME] [--object-mapping NAME]
//! [-o FILE]`. The formats are those of [`FORMATS`].

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use crosswalk::analysis::analyze;
use crosswalk::catalog::sample_people;
use crosswalk::directory::Person;
use crosswalk::exchange::compare::Since;
use crosswalk::exchange::export::{ExportError, FORMATS, Format, Material, SchemaUse, Writer};
use crosswalk::exchange::graph_schema::{Choice, placed_at};

use super::Answer;
use super::choice::ChoiceArguments;
use super::csv_form::Csv;
use super::files::{Failure, PlanRead, document, other_plan, people, plan, refused, write, write_or_print};
use super::profile::ProfileOption;
use super::progress_line::ProgressLine;
use super::rehearse::{DirectoryArguments, rehearsed};

#[derive(clap::Args)]
pub(super) struct Arguments {
    /// The plan file, or a schema.
    plan: PathBuf,
    #[command(flatten)]
    choice: ChoiceArguments,
    /// The document to export.
    #[arg(long, value_parser = known_format())]
    format: &'static Format,
    /// Who the CSV file is for.
    #[arg(long, value_enum, default_value_t = Csv::Spreadsheet)]
    csv: Csv,
    /// People to show requests for: a JSON array of flat objects. Without it, the plan's own people, or else three
    /// built-in ones.
    #[arg(long)]
    people: Option<PathBuf>,
    /// Your tenant's own schema, to write the plan into.
    #[arg(long, value_name = "SCHEMA")]
    into: Option<PathBuf>,
    /// An earlier plan, or a schema. The document shows the changes since then.
    #[arg(long, value_name = "FILE")]
    since: Option<PathBuf>,
    /// A file with a whole directory, as for crosswalk rehearse. The document shows the rehearsal with these people.
    #[arg(id = "directory", long = "rehearse", value_name = "FILE")]
    rehearse: Option<PathBuf>,
    #[command(flatten)]
    directory: DirectoryArguments,
    /// Write to a file instead of standard output.
    #[arg(short, long)]
    output: Option<PathBuf>,
    #[command(flatten)]
    profile: ProfileOption,
}

/// Reads the name of a format.
fn known_format() -> impl TypedValueParser<Value = &'static Format> {
    let names = FORMATS.iter().map(|format| PossibleValue::new(format.name).help(format.help));
    PossibleValuesParser::new(names).try_map(|name| Format::from_name(&name).ok_or("this format does not exist"))
}

/// The names of the formats that can do something, for a message.
fn names_of(can: fn(&Format) -> bool) -> String {
    let names: Vec<&str> = FORMATS.iter().filter(|format| can(format)).map(|format| format.name).collect();
    names.join(", ")
}

/// The format that the options ask for. Options that it has no use for are wrong usage.
fn format(arguments: &Arguments) -> Result<&'static Format, Failure> {
    let asked = arguments.format;
    let format = match (arguments.csv, asked.exact) {
        (Csv::Exact, Some(exact)) => exact,
        (Csv::Exact, None) if asked.media_type != "text/csv" => {
            return Err(Failure::Option { option: "--csv exact", formats: names_of(|format| format.exact.is_some()) });
        }
        _ => asked,
    };
    if format.needs_output_file() && arguments.output.is_none() {
        return Err(Failure::NeedsOutput { format: format.name, ending: format.ending });
    }
    if arguments.into.is_some() && format.needs.schema == SchemaUse::Unused {
        let formats = names_of(|format| format.needs.schema != SchemaUse::Unused);
        return Err(Failure::Option { option: "--into", formats });
    }
    if arguments.since.is_some() && !format.tells_changes {
        return Err(Failure::Option { option: "--since", formats: names_of(|format| format.tells_changes) });
    }
    if arguments.rehearse.is_some() && !format.needs.rehearsal {
        return Err(Failure::Option { option: "--rehearse", formats: names_of(|format| format.needs.rehearsal) });
    }
    Ok(format)
}

pub(super) fn run(arguments: &Arguments) -> Result<Answer, Failure> {
    let format = format(arguments)?;
    let choice = arguments.choice.choice();
    let earlier = arguments.since.as_deref().map(|path| Ok((path, other_plan(path, &choice)?))).transpose()?;
    let PlanRead { plan, mut notes, is_schema, is_plan_file } = plan(&arguments.plan, &choice)?;
    let plan = arguments.profile.on(plan);
    if let Some(why) = format.why_not(&plan) {
        return Err(Failure::NotAvailable { path: arguments.plan.clone(), format: format.name, why });
    }
    let schema_since = earlier.as_ref().is_some_and(|(_, earlier)| earlier.is_schema);
    arguments.choice.only_with_a_schema(is_schema || schema_since || arguments.into.is_some())?;
    let since = earlier.map(|(path, earlier)| {
        notes.extend(earlier.notes);
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let since = if earlier.is_plan_file && is_plan_file { Since::new } else { Since::schema };
        since(name.into_owned(), &earlier.plan, &plan)
    });
    let given = match &arguments.people {
        Some(path) => {
            let (people, about) = people(path)?;
            notes.extend(about);
            people
        }
        None if plan.people.is_empty() => sample_people(),
        None => plan.people.clone(),
    };
    let (people, about) = Person::from_all(&given);
    if arguments.people.is_some() {
        notes.extend(about);
    }
    let schema = arguments.into.as_deref().map(document).transpose()?;
    let plan = match (&schema, &arguments.into) {
        (Some(schema), Some(path)) if choice != Choice::FIRST => {
            placed_at(&plan, schema, &choice).map_err(refused(path))?
        }
        _ => plan,
    };
    let rehearsal = match &arguments.rehearse {
        Some(path) => {
            let rehearsal = rehearsed(plan.clone(), path, &arguments.directory, &mut ProgressLine::new())?;
            Some(arguments.directory.report(&rehearsal, path))
        }
        None => None,
    };
    let clock = format.needs.clock.then(SystemTime::now).unwrap_or(SystemTime::UNIX_EPOCH);
    let now = clock.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_secs();
    let material = Material {
        plan: &plan,
        analysis: &analyze(&plan, &people),
        people: &people,
        since: since.as_ref(),
        schema: schema.as_ref(),
        rehearsal: rehearsal.as_ref(),
        now: i64::try_from(now).unwrap_or_default(),
    };
    // A schema that the plan does not fit into is a matter of that file.
    let failure = |reason: ExportError| refused(arguments.into.as_deref().unwrap_or(&arguments.plan))(reason);
    match format.writer {
        Writer::Text(make) => {
            let mut written = make(&material).map_err(failure)?;
            if let (SchemaUse::Optional { without }, None) = (format.needs.schema, &schema) {
                written.notes.insert(0, format!("{without} Name your schema with --into."));
            }
            let output = write_or_print(written.text, arguments.output.as_deref())?;
            notes.extend(written.notes);
            Ok(Answer { output, notes, code: 0 })
        }
        Writer::Bytes(writer) => {
            let bytes = writer.function()(&material).map_err(failure)?;
            write(&bytes, arguments.output.as_deref().unwrap_or(Path::new("")))?;
            Ok(Answer { notes, ..Answer::default() })
        }
    }
}
