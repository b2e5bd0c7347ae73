//! `crosswalk export PLAN --format checklist-md|checklist-html|checklist-csv|handbook-html|http|graph-schema|powershell|az|workbook
//! [--since FILE] [--into SCHEMA] [--csv spreadsheet|exact] [--people FILE] [-o FILE]`.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crosswalk::analysis::analyze;
use crosswalk::catalog::sample_people;
use crosswalk::directory::Person;
use crosswalk::exchange::compare::Since;
use crosswalk::exchange::export::{
    CsvMode, az, checklist_csv, checklist_html, checklist_markdown, handbook_html, powershell, requests_http, workbook,
};
use crosswalk::plan::Plan;

use crosswalk::exchange::graph_schema::{SKELETON_NOTE, merge, skeleton};

use super::Answer;
use super::files::{Failure, document, people, plan, write, write_or_print};

#[derive(clap::Args)]
pub(super) struct Arguments {
    /// The plan file.
    plan: PathBuf,
    /// Which document.
    #[arg(long, value_enum)]
    format: Format,
    /// For whom a CSV file is.
    #[arg(long, value_enum, default_value_t = Csv::Spreadsheet)]
    csv: Csv,
    /// People to show requests for: a JSON array of flat objects. Without it those of the plan, else the built-in three.
    #[arg(long)]
    people: Option<PathBuf>,
    /// Your tenant's own schema, to write the plan into; for graph-schema alone.
    #[arg(long, value_name = "SCHEMA")]
    into: Option<PathBuf>,
    /// An earlier plan, or a schema: checklists, handbook and workbook tell what changed since.
    #[arg(long, value_name = "FILE")]
    since: Option<PathBuf>,
    /// Write to a file instead of standard output.
    #[arg(short, long)]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Format {
    /// The go-live checklist as Markdown.
    ChecklistMd,
    /// The go-live checklist as a page to print.
    ChecklistHtml,
    /// The go-live checklist as a table.
    ChecklistCsv,
    /// The configuration handbook as a page to print.
    HandbookHtml,
    /// The requests for the people as an HTTP file.
    Http,
    /// The schema as Entra imports it.
    GraphSchema,
    /// A PowerShell script that writes the plan into the tenant's own schema.
    Powershell,
    /// A shell script that does the same with az rest and this command.
    Az,
    /// Checklist, mappings, people and problems as a spreadsheet; needs --output.
    Workbook,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Csv {
    /// Cells that look like a formula begin with an apostrophe.
    Spreadsheet,
    /// Every value letter for letter.
    Exact,
}

pub(super) fn run(arguments: &Arguments) -> Result<Answer, Failure> {
    let file = match (arguments.format, &arguments.output) {
        (Format::Workbook, None) => return Err(Failure::NeedsOutput),
        (_, file) => file.as_deref(),
    };
    if arguments.into.is_some() && !matches!(arguments.format, Format::GraphSchema) {
        return Err(Failure::IntoAlone);
    }
    let tells = matches!(
        arguments.format,
        Format::ChecklistMd | Format::ChecklistHtml | Format::ChecklistCsv | Format::HandbookHtml | Format::Workbook
    );
    if arguments.since.is_some() && !tells {
        return Err(Failure::SinceInDocuments);
    }
    let earlier = arguments.since.as_deref().map(|path| self::plan(path).map(|plan| (path, plan))).transpose()?;
    let plan = plan(&arguments.plan)?;
    let since = earlier.map(|(path, earlier)| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        Since::new(name, &earlier, &plan)
    });
    let since = since.as_ref();
    let given = match &arguments.people {
        Some(path) => people(path)?,
        None if plan.people.is_empty() => sample_people(),
        None => plan.people.clone(),
    };
    let people: Vec<Person> = given.iter().map(|person| Person::from_flat(person).0).collect();
    let analysis = analyze(&plan, &people);
    let mut notes = Vec::new();
    let text = match arguments.format {
        Format::ChecklistMd => checklist_markdown(&plan, &analysis, since),
        Format::ChecklistHtml => checklist_html(&plan, &analysis, since),
        Format::ChecklistCsv => checklist_csv(
            &analysis.checklist,
            match arguments.csv {
                Csv::Spreadsheet => CsvMode::Spreadsheet,
                Csv::Exact => CsvMode::Exact,
            },
            since,
        ),
        Format::HandbookHtml => handbook_html(&plan, &analysis, &people, since),
        Format::Http => requests_http(&plan, &people),
        Format::Powershell => {
            powershell(&plan).map_err(|reason| Failure::TooDeep { path: arguments.plan.clone(), reason })?
        }
        Format::Az => az(&plan),
        Format::Workbook => {
            let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_secs();
            let bytes = workbook(&plan, &analysis, &people, i64::try_from(now).unwrap_or_default(), since)
                .map_err(|reason| Failure::Workbook { path: arguments.plan.clone(), reason })?;
            write(&bytes, file.unwrap_or(Path::new("")))?;
            return Ok(Answer { notes, ..Answer::default() });
        }
        Format::GraphSchema => graph_schema(&plan, arguments.into.as_deref(), &mut notes)?,
    };
    Ok(Answer { output: write_or_print(text, file)?, notes, code: 0 })
}

/// The plan in the tenant's own file, or as a skeleton.
fn graph_schema(plan: &Plan, into: Option<&Path>, notes: &mut Vec<String>) -> Result<String, Failure> {
    let (text, about) = if let Some(path) = into {
        let merged =
            merge(plan, &document(path)?).map_err(|reason| Failure::Schema { path: path.to_owned(), reason })?;
        (merged.text, merged.notes)
    } else {
        notes.push(SKELETON_NOTE.to_owned());
        skeleton(plan)
    };
    notes.extend(about.iter().map(ToString::to_string));
    Ok(text)
}
