//! `crosswalk import SCHEMA [-o PLAN] [--template ID] [--rule NAME] [--object-mapping NAME]`.

use std::path::PathBuf;

use crosswalk::exchange::graph_schema::Choice;
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
    Ok(Answer { output, notes: imported.notes.iter().map(ToString::to_string).collect(), code: 0 })
}
