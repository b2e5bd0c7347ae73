//! The files of a rehearsal, and the rehearsal itself.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use crosswalk::analysis::rehearsal::{Rehearsal, Report, rehearse};
use crosswalk::directory::people_file::{ChosenColumns, PeopleFileError, PeopleTable, Progress, Side};
use crosswalk::json::decode;
use crosswalk::limits::FILE_BYTES;
use crosswalk::plan::Plan;
use crosswalk::text::{counted, grouped, megabytes};

use crate::files::{Failure, bytes, refused};
use crate::people_table::people_table;
use crate::progress_line::ProgressLine;

/// The options for the files beside that of people, whose option has the id `directory`.
#[derive(clap::Args)]
pub(crate) struct DirectoryArguments {
    /// The users that the application already has: the application's CSV file, one SCIM resource, an array of them, or a
    /// ListResponse. Without it, everybody in scope and active is new.
    #[arg(long, value_name = "FILE", requires = "directory")]
    existing: Option<PathBuf>,
    /// What the columns of the file of people hold: {"heading": "source attribute" or null}.
    #[arg(long, value_name = "FILE", requires = "directory")]
    columns: Option<PathBuf>,
}

impl DirectoryArguments {
    /// The report, with the names of the files.
    pub(crate) fn report(&self, rehearsal: &Rehearsal, people: &Path) -> Report {
        Report::of(rehearsal, &name(people), self.existing.as_deref().map(name).as_deref())
    }

    fn chosen(&self) -> Result<ChosenColumns, Failure> {
        let Some(path) = &self.columns else { return Ok(ChosenColumns::default()) };
        let text = decode(&bytes(path, FILE_BYTES)?).map_err(PeopleFileError::from);
        text.and_then(ChosenColumns::read).map_err(refused(path))
    }

    /// Reads the people. A fault of the file of columns names that file.
    fn people(&self, path: &Path, progress: &mut ProgressLine) -> Result<PeopleTable, Failure> {
        let read = read(path, Side::People, &self.chosen()?, progress);
        match (read, &self.columns) {
            (Err(Failure::Columns { path, reason }), columns) => {
                let what_to_do = match columns {
                    Some(columns) => format!("Correct {}", columns.display()),
                    None => "Use --columns FILE".to_owned(),
                };
                Err(Failure::Refused { path, reason: format!("{reason}. {what_to_do}") })
            }
            (read, _) => read,
        }
    }
}

/// Rehearses a plan with the people of a file.
pub(crate) fn rehearsed(
    plan: Plan,
    people: &Path,
    arguments: &DirectoryArguments,
    progress: &mut ProgressLine,
) -> Result<Rehearsal, Failure> {
    let table = arguments.people(people, progress)?;
    let existing = arguments.existing.as_deref();
    let existing = existing.map(|path| read(path, Side::Target, &ChosenColumns::default(), progress)).transpose()?;
    let clock = SystemTime::now().duration_since(UNIX_EPOCH).ok();
    let now = clock.and_then(|since| i64::try_from(since.as_millis()).ok());
    let people = table.len();
    let mut watch = |at: crosswalk::analysis::rehearsal::Progress| {
        // The people come last.
        let done = people.saturating_sub(at.of.saturating_sub(at.done));
        progress.show(|| format!("Rehearsing: {} of {}", grouped(done), counted(people, "person")));
        ControlFlow::Continue(())
    };
    let rehearsal = rehearse(&Arc::new(plan), &Arc::new(table), existing.map(Arc::new).as_ref(), now, &mut watch);
    rehearsal.ok_or(Failure::Cancelled)
}

fn read(path: &Path, side: Side, chosen: &ChosenColumns, progress: &mut ProgressLine) -> Result<PeopleTable, Failure> {
    let noun = match side {
        Side::People => "person",
        Side::Target => "existing user",
    };
    people_table(path, side, chosen, &mut |at: Progress| {
        progress.show(|| format!("Reading {}: {}, {}", name(path), counted(at.rows, noun), megabytes(at.bytes)));
    })
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
