//! `crosswalk completions SHELL` and `crosswalk man [COMMAND]`.

use clap::Command;
use clap_complete::{Shell, generate};
use clap_mangen::Man;

use super::Answer;
use super::files::Failure;

#[derive(clap::Args)]
pub(super) struct Completions {
    /// The shell.
    shell: Shell,
}

#[derive(clap::Args)]
pub(super) struct Page {
    /// One of the commands, for its own page.
    command: Option<String>,
}

impl Completions {
    pub(super) fn run(&self, mut crosswalk: Command) -> Answer {
        let mut script = Vec::new();
        generate(self.shell, &mut crosswalk, "crosswalk", &mut script);
        Answer { output: String::from_utf8_lossy(&script).into_owned(), ..Answer::default() }
    }
}

impl Page {
    pub(super) fn run(&self, mut crosswalk: Command) -> Result<Answer, Failure> {
        crosswalk.build();
        let page = match &self.command {
            None => Man::new(crosswalk),
            Some(name) => {
                let command = crosswalk.find_subcommand(name).ok_or_else(|| Failure::Command(name.clone()))?;
                Man::new(command.clone())
            }
        };
        let mut text = Vec::new();
        // Writing into memory does not fail.
        let _ = page.render(&mut text);
        Ok(Answer { output: String::from_utf8_lossy(&text).into_owned(), ..Answer::default() })
    }
}
