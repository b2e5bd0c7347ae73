//! `crosswalk starter --list | NAME [-o FILE]`.

use std::path::PathBuf;

use crosswalk::catalog::Starter;
use crosswalk::exchange::plan_file;

use super::Answer;
use super::files::{Failure, write_or_print};
use super::profile::ProfileOption;

#[derive(clap::Args)]
pub(super) struct Arguments {
    /// The starter's name.
    name: Option<String>,
    /// List the starters.
    #[arg(long, conflicts_with = "name")]
    list: bool,
    /// Write to a file instead of standard output.
    #[arg(short, long)]
    output: Option<PathBuf>,
    #[command(flatten)]
    profile: ProfileOption,
}

pub(super) fn run(arguments: &Arguments) -> Result<Answer, Failure> {
    let text = if arguments.list {
        let lines = Starter::ALL.iter().map(|starter| [starter.name(), "\t", starter.title(), "\n"].concat());
        lines.collect()
    } else {
        let name = arguments.name.as_deref().ok_or(Failure::NoStarter)?;
        let starter = Starter::from_name(name).ok_or_else(|| Failure::Starter(name.to_owned()))?;
        plan_file::write(&arguments.profile.on(starter.plan()))
    };
    Ok(Answer { output: write_or_print(text, arguments.output.as_deref())?, ..Answer::default() })
}
