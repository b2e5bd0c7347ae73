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
use crosswalk::text::sentence;
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
    /// What the columns of the file of existing users hold: {"heading": "target attribute" or null}.
    #[arg(long, value_name = "FILE", requires = "existing")]
    existing_columns: Option<PathBuf>,
}

impl DirectoryArguments {
    /// The report, with the names of the files.
    pub(crate) fn report(&self, rehearsal: &Rehearsal, people: &Path) -> Report {
        Report::of(rehearsal, &name(people), self.existing.as_deref().map(name).as_deref())
    }
}

/// Reads a file whose columns another file explains. A fault of that file names it.
fn explained(
    path: &Path,
    side: Side,
    (columns, option): (Option<&Path>, &str),
    progress: &mut ProgressLine,
) -> Result<PeopleTable, Failure> {
    let chosen = match columns {
        None => ChosenColumns::default(),
        Some(path) => {
            let text = decode(&bytes(path, FILE_BYTES)?).map_err(PeopleFileError::from);
            text.and_then(ChosenColumns::read).map_err(refused(path))?
        }
    };
    match read(path, side, &chosen, progress) {
        Err(Failure::Columns { path, reason }) => {
            let what_to_do = match columns {
                Some(columns) => format!("Correct {}", columns.display()),
                None => format!("Use {option} FILE"),
            };
            Err(Failure::Refused { path, reason: format!("{} {what_to_do}", sentence(&reason)) })
        }
        read => read,
    }
}

/// Rehearses a plan with the people of a file.
pub(crate) fn rehearsed(
    plan: Plan,
    people: &Path,
    arguments: &DirectoryArguments,
    progress: &mut ProgressLine,
) -> Result<Rehearsal, Failure> {
    let table = explained(people, Side::People, (arguments.columns.as_deref(), "--columns"), progress)?;
    let columns = (arguments.existing_columns.as_deref(), "--existing-columns");
    let existing = arguments.existing.as_deref();
    let existing = existing.map(|path| explained(path, Side::Target, columns, progress)).transpose()?;
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
