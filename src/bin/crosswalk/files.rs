//! Reading and writing files, each failure with its path.

use std::fmt::Display;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use crosswalk::directory::people_file::PeopleFileError;
use crosswalk::directory::{DirectoryError, Group, Read, TargetDirectory, read_group, read_people, read_target};
use crosswalk::exchange::export::ExportError;
use crosswalk::exchange::graph_schema::{Choice, ImportError, LeftOut, Note};
use crosswalk::exchange::tables::TableError;
use crosswalk::exchange::{OpenError, Opened, open_as};
use crosswalk::json::{Document, decode};
use crosswalk::limits::{FILE_BYTES, Limit, PEOPLE_BYTES};
use crosswalk::plan::{Plan, SamplePerson};
use crosswalk::recognition::{Misplaced, Surface};
use crosswalk::text::counted;

/// Why the command cannot do what was asked.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// The file cannot be read.
    #[error("{}: {reason}. Check the path", .path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system says.
        reason: std::io::Error,
    },
    /// The file does not end within the limit.
    #[error("{}: the file is larger than {}, and Crosswalk does not read larger files. {}", .path.display(), .limit.at_most(), .limit.remedy)]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// The limit.
        limit: Limit,
    },
    /// The file cannot be written.
    #[error("{}: {reason}. Choose a folder that can be written to", .path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system says.
        reason: std::io::Error,
    },
    /// Standard output takes no more.
    #[error("cannot write to standard output: {0}. The output is incomplete. Free some space, or use -o FILE")]
    Output(std::io::Error),
    /// There is no standard output.
    #[error("standard output is closed, and there is something to print. Open it, or use -o FILE")]
    ClosedOutput,
    /// The content of the file cannot be used here.
    #[error("{}: {reason}", .path.display())]
    Refused {
        /// The file.
        path: PathBuf,
        /// Why, and what to do.
        reason: String,
    },
    /// The file of columns does not fit the file of people.
    #[error("{}: {reason}", .path.display())]
    Columns {
        /// The file of people.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// The rehearsal ended before everybody had a turn.
    #[error("the rehearsal was cancelled. There is no result")]
    Cancelled,
    /// `--who` names nobody.
    #[error("{}: no person is named {who:?}. The file contains {people}", .path.display())]
    Nobody {
        /// The file.
        path: PathBuf,
        /// The requested person.
        who: String,
        /// The people in the file.
        people: String,
    },
    /// An option with a format that has no use for it.
    #[error("{option} works with these formats only: {formats}")]
    Option {
        /// The option.
        option: &'static str,
        /// The formats that take it.
        formats: String,
    },
    /// A document that there is not for the plan's application.
    #[error("{}: the format {format} is not available for this plan. {why} Choose another format, or name the application with --target-profile", .path.display())]
    NotAvailable {
        /// The plan.
        path: PathBuf,
        /// The format's name.
        format: &'static str,
        /// Why.
        why: &'static str,
    },
    /// An option for tables with a file that is not a table.
    #[error("{}: {option} works with a table of attribute mappings{} only", .path.display(), if *.option == "--onto" { " or an answer to /Schemas" } else { "" })]
    TablesOnly {
        /// The file.
        path: PathBuf,
        /// The option.
        option: &'static str,
    },
    /// A choice in a schema, and no schema.
    #[error("--template, --rule and --object-mapping work with a schema only, and none of the files is a schema")]
    NoSchema,
    /// A binary document needs an output file.
    #[error("--format {format} needs --output FILE, for example --output plan{ending}")]
    NeedsOutput {
        /// The format.
        format: &'static str,
        /// The end of its file names.
        ending: &'static str,
    },
    /// The file holds several people where one is needed.
    #[error("{}: choose one of {} with --who. {people}", .path.display(), counted(*.count, "person"))]
    SeveralPeople {
        /// The file.
        path: PathBuf,
        /// How many there are.
        count: usize,
        /// The first of them, a line each.
        people: String,
    },
    /// The attributes are not a JSON object.
    #[error("the attributes must be a JSON object, like {{\"mail\": \"a@contoso.com\"}}: {0}")]
    Attributes(String),
    /// The text is not a time.
    #[error("{0:?} is not a time. Write it like 2025-07-30T00:00:00Z (RFC 3339)")]
    Now(String),
    /// The file has no cases.
    #[error("{}: {reason}. Use a JSON array of objects with id and expression", .path.display())]
    Cases {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: serde_json::Error,
    },
    /// The starter does not exist.
    #[error("unknown starter {0:?}. To list the starters, use crosswalk starter --list")]
    Starter(String),
    /// The manual has no page for this command.
    #[error("unknown command {0:?}. To list the commands, use crosswalk --help")]
    Command(String),
    /// Neither a name nor `--list`.
    #[error("name a starter, or use --list")]
    NoStarter,
}

/// A value with the notes about how it was read.
pub(crate) type Noted<T> = (T, Vec<String>);

/// A library error in the command's words: the app names its own places.
pub(crate) trait InCommand: Display {
    /// The document that another reader takes, where that is the reason.
    fn misplaced(&self) -> Option<&Misplaced>;

    /// The message.
    fn in_command(&self) -> String {
        self.misplaced().map_or_else(|| self.to_string(), |misplaced| misplaced.message(Surface::Command))
    }
}

impl InCommand for OpenError {
    fn misplaced(&self) -> Option<&Misplaced> {
        match self {
            Self::Misplaced(misplaced)
            | Self::Import(ImportError::Misplaced(misplaced))
            | Self::Table(TableError::Misplaced(misplaced)) => Some(misplaced),
            _ => None,
        }
    }
}

impl InCommand for TableError {
    fn misplaced(&self) -> Option<&Misplaced> {
        match self {
            Self::Misplaced(misplaced) | Self::Rows(ImportError::Misplaced(misplaced)) => Some(misplaced),
            _ => None,
        }
    }

    fn in_command(&self) -> String {
        match self {
            Self::Columns(..) => format!("{self}. Say which column is what with --columns FILE"),
            other => other.misplaced().map_or_else(|| other.to_string(), |one| one.message(Surface::Command)),
        }
    }
}

impl InCommand for ImportError {
    fn misplaced(&self) -> Option<&Misplaced> {
        if let Self::Misplaced(misplaced) = self { Some(misplaced) } else { None }
    }
}

impl InCommand for ExportError {
    fn misplaced(&self) -> Option<&Misplaced> {
        if let Self::Schema(ImportError::Misplaced(misplaced)) = self { Some(misplaced) } else { None }
    }
}

impl InCommand for PeopleFileError {
    fn misplaced(&self) -> Option<&Misplaced> {
        if let Self::Misplaced(misplaced) = self { Some(misplaced) } else { None }
    }

    fn in_command(&self) -> String {
        match self {
            Self::OtherSide { is_of_target: false, .. } => format!("{self}. rehearse --people takes this file"),
            Self::OtherSide { is_of_target: true, .. } => format!("{self}. rehearse --existing takes this file"),
            other => other.misplaced().map_or_else(|| other.to_string(), |one| one.message(Surface::Command)),
        }
    }
}

impl InCommand for DirectoryError {
    fn misplaced(&self) -> Option<&Misplaced> {
        if let Self::Misplaced(misplaced) = self { Some(misplaced) } else { None }
    }
}

/// Names the file that an error is about.
pub(crate) fn refused<E: InCommand>(path: &Path) -> impl FnOnce(E) -> Failure {
    let path = path.to_owned();
    move |error| Failure::Refused { path, reason: error.in_command() }
}

/// A file's bytes, up to a limit: the limit counts while reading, because some files never end.
pub(crate) fn bytes(path: &Path, limit: Limit) -> Result<Vec<u8>, Failure> {
    rest(path, open(path)?, Vec::new(), limit)
}

/// Opens a file.
pub(crate) fn open(path: &Path) -> Result<std::fs::File, Failure> {
    std::fs::File::open(path).map_err(|reason| Failure::Read { path: path.to_owned(), reason })
}

/// The bytes of a file whose start is read.
pub(crate) fn rest(path: &Path, file: std::fs::File, start: Vec<u8>, limit: Limit) -> Result<Vec<u8>, Failure> {
    let failed = |reason| Failure::Read { path: path.to_owned(), reason };
    let mut bytes = start;
    let most = u64::try_from(limit.most.saturating_sub(bytes.len())).unwrap_or(u64::MAX);
    file.take(most.saturating_add(1)).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() > limit.most { Err(Failure::TooLarge { path: path.to_owned(), limit }) } else { Ok(bytes) }
}

/// A note of an import, with the option that takes what was left out.
pub(crate) fn note(note: &Note) -> String {
    match note.choice {
        None => note.to_string(),
        Some(LeftOut::Schema) => format!("{note}. To take it, use --template"),
        Some(LeftOut::Rule) => format!("{note}. To take it, use --rule"),
        Some(LeftOut::ObjectMapping) => format!("{note}. To take it, use --object-mapping"),
    }
}

/// A plan that was read from a file.
pub(crate) struct PlanRead {
    pub(crate) plan: Plan,
    /// The notes of its import.
    pub(crate) notes: Vec<String>,
    /// The file is a schema.
    pub(crate) is_schema: bool,
    /// The file is a plan file, which says more than mappings.
    pub(crate) is_plan_file: bool,
}

/// The plan in a file: a plan file, or a schema that is imported as one, with the notes of that import.
pub(crate) fn plan(path: &Path, choice: &Choice) -> Result<PlanRead, Failure> {
    let opened = open_as(&bytes(path, FILE_BYTES)?, choice).map_err(refused(path))?;
    let notes = opened.notes.iter().map(note).collect();
    let Opened { plan, is_schema, is_plan_file, .. } = opened;
    Ok(PlanRead { plan, notes, is_schema, is_plan_file })
}

/// The same for the second file of a command: its notes name the file.
pub(crate) fn other_plan(path: &Path, choice: &Choice) -> Result<PlanRead, Failure> {
    let read = plan(path, choice)?;
    Ok(PlanRead { notes: read.notes.iter().map(|note| format!("{}: {note}", path.display())).collect(), ..read })
}

/// A JSON document with its places.
pub(crate) fn document(path: &Path) -> Result<Document, Failure> {
    let document = decode(&bytes(path, FILE_BYTES)?).and_then(Document::parse);
    document.map_err(|reason| refused(path)(ImportError::from(reason)))
}

/// The people in a file.
pub(crate) fn people(path: &Path) -> Result<Noted<Vec<SamplePerson>>, Failure> {
    people_of(path, &bytes(path, PEOPLE_BYTES)?)
}

/// The people in the bytes of a file.
pub(crate) fn people_of(path: &Path, bytes: &[u8]) -> Result<Noted<Vec<SamplePerson>>, Failure> {
    let read: Read<Vec<SamplePerson>> = read_people(bytes).map_err(refused(path))?;
    Ok((read.value, read.notes))
}

/// The group in a file.
pub(crate) fn group(path: &Path) -> Result<Noted<Group>, Failure> {
    let read = read_group(bytes(path, PEOPLE_BYTES)?).map_err(refused(path))?;
    Ok((read.value, read.notes))
}

/// What a file says the target holds.
pub(crate) fn target(path: &Path) -> Result<Noted<TargetDirectory>, Failure> {
    let read = read_target(bytes(path, PEOPLE_BYTES)?).map_err(refused(path))?;
    Ok((read.value, read.notes))
}

/// Writes to a file, or hands the text back for standard output.
pub(crate) fn write_or_print(text: String, path: Option<&Path>) -> Result<String, Failure> {
    let Some(path) = path else { return Ok(text) };
    write(text.as_bytes(), path)?;
    Ok(String::new())
}

/// Writes a file.
pub(crate) fn write(bytes: &[u8], path: &Path) -> Result<(), Failure> {
    std::fs::write(path, bytes).map_err(|reason| Failure::Write { path: path.to_owned(), reason })
}
