//! `crosswalk diff A B [--format text|json|markdown] [--template ID] [--rule NAME] [--object-mapping NAME]`: exit 0 equal, 1 different, 2 trouble.

use std::path::PathBuf;

use crosswalk::exchange::compare::{compare, compare_plans, difference_markdown, difference_text};

use crosswalk::exchange::graph_schema::kind_caution;
use crosswalk::text::visible;

use super::Answer;
use super::choice::ChoiceArguments;
use super::files::{Failure, other_plan};

#[derive(clap::Args)]
pub(super) struct Arguments {
    /// The earlier plan: a plan file or a schema.
    a: PathBuf,
    /// The current plan: a plan file or a schema.
    b: PathBuf,
    #[command(flatten)]
    choice: ChoiceArguments,
    /// How to print the difference.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Format {
    /// A line for each change.
    Text,
    /// One JSON object.
    Json,
    /// A table for each object mapping.
    Markdown,
}

pub(super) fn run(arguments: &Arguments) -> Result<Answer, Failure> {
    let choice = arguments.choice.choice();
    let (before, after) = (other_plan(&arguments.a, &choice)?, other_plan(&arguments.b, &choice)?);
    arguments.choice.only_with_a_schema(before.is_schema || after.is_schema)?;
    let mut notes = [before.notes, after.notes].concat();
    if before.is_schema || after.is_schema {
        notes.extend(kind_caution(&before.plan, &after.plan));
    }
    // A schema and a table contain only mappings.
    let compare = if before.is_plan_file && after.is_plan_file { compare_plans } else { compare };
    let difference = compare(&before.plan, &after.plan);
    let output = match arguments.format {
        Format::Text => visible(&difference_text(&difference)).into_owned(),
        // Differences have text keys only, which always serialise.
        Format::Json => serde_json::to_string_pretty(&difference).map(|text| text + "\n").unwrap_or_default(),
        Format::Markdown => visible(&difference_markdown(&difference)).into_owned(),
    };
    Ok(Answer { output, notes, code: u8::from(!difference.is_empty()) })
}
