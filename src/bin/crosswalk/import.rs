//! `crosswalk import SCHEMA [-o PLAN] [--template ID] [--rule NAME] [--object-mapping NAME]`.

use std::path::PathBuf;

use crosswalk::exchange::graph_schema::{Choice, LeftOut, Note};
use crosswalk::exchange::plan_file;

use super::Answer;
use super::files::{Failure, imported, write_or_print};

#[derive(clap::Args)]
pub(super) struct Arguments {
    /// The schema as downloaded, a template, a list of templates, a rule or an object mapping.
    schema: PathBuf,
    /// Write the plan to a file instead of standard output.
    #[arg(short, long)]
    output: Option<PathBuf>,
    /// The template to take from a list.
    #[arg(long, value_name = "ID")]
    template: Option<String>,
    /// The synchronization rule to take.
    #[arg(long, value_name = "NAME")]
    rule: Option<String>,
    /// The object mapping to take.
    #[arg(long, value_name = "NAME")]
    object_mapping: Option<String>,
}

pub(super) fn run(arguments: &Arguments) -> Result<Answer, Failure> {
    let choice = Choice {
        template: arguments.template.clone(),
        rule: arguments.rule.clone(),
        object_mapping: arguments.object_mapping.clone(),
    };
    let imported = imported(&arguments.schema, &choice)?;
    let output = write_or_print(plan_file::write(&imported.plan), arguments.output.as_deref())?;
    Ok(Answer { output, notes: imported.notes.iter().map(note).collect(), code: 0 })
}

/// A note, with the option that imports what was left out.
fn note(note: &Note) -> String {
    match note.choice {
        None => note.to_string(),
        Some(LeftOut::Schema) => format!("{note}. To import it, use --template"),
        Some(LeftOut::Rule) => format!("{note}. To import it, use --rule"),
        Some(LeftOut::ObjectMapping) => format!("{note}. To import it, use --object-mapping"),
    }
}
