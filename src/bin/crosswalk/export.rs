//! `crosswalk export PLAN --format checklist-md [-o FILE]`.

use std::path::PathBuf;

use crosswalk::analysis::analyze;
use crosswalk::exchange::export::checklist_markdown;

use super::Answer;
use super::files::{Failure, plan, write_or_print};

#[derive(clap::Args)]
pub(super) struct Arguments {
    /// The plan file.
    plan: PathBuf,
    /// Which document.
    #[arg(long, value_enum)]
    format: Format,
    /// Write to a file instead of standard output.
    #[arg(short, long)]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Format {
    /// The go-live checklist as Markdown.
    ChecklistMd,
}

pub(super) fn run(arguments: &Arguments) -> Result<Answer, Failure> {
    let plan = plan(&arguments.plan)?;
    let text = match arguments.format {
        Format::ChecklistMd => checklist_markdown(&plan, &analyze(&plan, &[]).checklist),
    };
    Ok(Answer { output: write_or_print(text, arguments.output.as_deref())?, ..Answer::default() })
}
