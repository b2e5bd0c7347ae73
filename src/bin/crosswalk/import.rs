//! `crosswalk import FILE [-o PLAN] [--template ID] [--rule NAME] [--object-mapping NAME]` for a schema, and
//! `crosswalk import TABLE [--onto PLAN] [-o PLAN] [--columns FILE] [--skip-unread] [--remove-others]` for a table,
//! `crosswalk import SCHEMAS [--onto PLAN] [-o PLAN]` for a SCIM application's answer to `/Schemas`. Each takes
//! `--target-profile ID`.

use std::path::{Path, PathBuf};

use crosswalk::exchange::graph_schema::{ImportError, import};
use crosswalk::exchange::plan_file;
use crosswalk::exchange::tables::{
    ChosenRoles, Lacking, ReadRow, TableError, changes, changes_in_words, lacking, new_plan, open_recognised, read_file,
};
use crosswalk::json::{Document, decode};
use crosswalk::limits::{FILE_BYTES, PLAN_BYTES};
use crosswalk::plan::{Plan, apply_all, within_limits, without_secrets};
use crosswalk::recognition::{Reader, Recognised, recognise};
use crosswalk::text::counted;

use super::Answer;
use super::choice::ChoiceArguments;
use super::files::{Failure, PlanRead, bytes, note, plan, refused, write_or_print};
use super::profile::ProfileOption;
use super::scim_schemas;

#[derive(clap::Args)]
pub(super) struct Arguments {
    /// A schema as downloaded, a template, a list of templates, a rule or an object mapping; or a table of attribute
    /// mappings: a workbook (.xlsx), CSV, a web page, Markdown, or attribute mappings in JSON; or a SCIM
    /// application's answer to /Schemas.
    file: PathBuf,
    /// Write the plan to a file instead of standard output.
    #[arg(short, long)]
    output: Option<PathBuf>,
    #[command(flatten)]
    choice: ChoiceArguments,
    /// The plan that a table or an answer to /Schemas changes. Without it, they become a new plan.
    #[arg(long, value_name = "PLAN")]
    onto: Option<PathBuf>,
    /// A file with the roles of the table's columns: a JSON object like {"SCIM attribute": "target"}.
    #[arg(long, value_name = "FILE")]
    columns: Option<PathBuf>,
    /// Import a table without the rows that cannot be read.
    #[arg(long)]
    skip_unread: bool,
    /// With --onto: remove the attribute mappings that the table does not have.
    #[arg(long, requires = "onto")]
    remove_others: bool,
    #[command(flatten)]
    profile: ProfileOption,
}

pub(super) fn run(arguments: &Arguments) -> Result<Answer, Failure> {
    let path = &arguments.file;
    let content = bytes(path, FILE_BYTES)?;
    if let Ok(recognised) = recognise(&content)
        && recognised.found.for_reader(Reader::Table).is_ok()
    {
        return table(arguments, &content, recognised);
    }
    let document = decode(&content).and_then(Document::parse);
    let document = document.map_err(|reason| refused(path)(ImportError::from(reason)))?;
    let is_answer = scim_schemas::is_answer(&document);
    let tables_only = [
        ("--onto", arguments.onto.is_some() && !is_answer),
        ("--columns", arguments.columns.is_some()),
        ("--skip-unread", arguments.skip_unread),
    ];
    if let Some((option, _)) = tables_only.into_iter().find(|(_, is_given)| *is_given) {
        return Err(Failure::TablesOnly { path: path.clone(), option });
    }
    let (plan, notes): (Plan, Vec<String>) = if is_answer {
        scim_schemas::imported(path, &document, arguments.onto.as_deref(), &arguments.choice.choice())?
    } else {
        let imported = import(&document, &arguments.choice.choice()).map_err(refused(path))?;
        (imported.plan, imported.notes.iter().map(note).collect())
    };
    let plan = arguments.profile.on(plan);
    let output = write_or_print(plan_file::write(&plan), arguments.output.as_deref())?;
    Ok(Answer { output, notes, code: 0 })
}

/// Imports a table. Rows that cannot be read stop it, unless they are to be skipped.
fn table(arguments: &Arguments, content: &[u8], recognised: Recognised) -> Result<Answer, Failure> {
    let path = &arguments.file;
    let (base, mut notes, has_schema) = match &arguments.onto {
        Some(onto) => {
            let PlanRead { plan, notes, is_schema, .. } = plan(onto, &arguments.choice.choice())?;
            (Some(plan), notes, is_schema)
        }
        None => (None, Vec::new(), false),
    };
    arguments.choice.only_with_a_schema(has_schema)?;
    let chosen = match &arguments.columns {
        Some(file) => chosen_roles(file)?,
        None => ChosenRoles::default(),
    };
    let file = open_recognised(content, recognised).map_err(refused(path))?;
    let reading = read_file(base.as_ref().unwrap_or(&Plan::default()), file, &chosen).map_err(refused(path))?;
    notes.extend(reading.notes.iter().cloned());
    notes.extend(reading.rows.iter().filter_map(ReadRow::doubt));
    let unread = reading.unread();
    let is_refused = !unread.is_empty() && !arguments.skip_unread;
    notes.extend(unread);
    if is_refused {
        notes.push("nothing is written. Correct these rows, or leave them out with --skip-unread".to_owned());
        return Ok(Answer { output: String::new(), notes, code: 1 });
    }
    let made = match base {
        None => {
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            let made = new_plan(&name, &reading);
            within_limits(&made).map_err(|error| refused(path)(TableError::from(error)))?;
            without_secrets(&made).map_err(|error| refused(path)(TableError::from(error)))?;
            made
        }
        Some(base) => {
            let others = if arguments.remove_others { Lacking::Remove } else { Lacking::Keep };
            let edits = changes(&base, &reading, others);
            notes.push(changes_in_words(&edits));
            let kept = lacking(&base, &reading);
            if kept > 0 && others == Lacking::Keep {
                let rows = counted(kept, "attribute mapping");
                notes.push(format!(
                    "the plan keeps {rows} that the table does not have. To remove them, use --remove-others"
                ));
            }
            apply_all(&base, &edits).map_err(|error| refused(path)(TableError::from(error)))?
        }
    };
    let made = arguments.profile.on(made);
    let output = write_or_print(plan_file::write(&made), arguments.output.as_deref())?;
    Ok(Answer { output, notes, code: 0 })
}

fn chosen_roles(path: &Path) -> Result<ChosenRoles, Failure> {
    let text = decode(&bytes(path, PLAN_BYTES)?).map_err(|error| refused(path)(ImportError::from(error)))?;
    ChosenRoles::read(text).map_err(refused(path))
}
