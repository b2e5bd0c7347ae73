//! Reading and writing files, each failure with its path.

use std::path::{Path, PathBuf};

use crosswalk::directory::{DirectoryError, Group, TargetDirectory, read_group, read_people, read_target};
use crosswalk::exchange::export::ExportError;
use crosswalk::exchange::graph_schema::{Choice, ImportError, Imported, import};
use crosswalk::exchange::json::{Document, decode};
use crosswalk::exchange::{OpenError, open};
use crosswalk::plan::{Plan, SamplePerson};

/// Why a file is of no use.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// It cannot be opened, or is no UTF-8.
    #[error("{}: {reason}. Check the path and the file's encoding (UTF-8)", .path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system says.
        reason: std::io::Error,
    },
    /// It cannot be written.
    #[error("{}: {reason}. Choose a folder that can be written to", .path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system says.
        reason: std::io::Error,
    },
    /// It is no plan.
    #[error("{}: {reason}", .path.display())]
    Plan {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: OpenError,
    },
    /// It is no schema that can be read.
    #[error("{}: {reason}", .path.display())]
    Schema {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: ImportError,
    },
    /// An option with a format that has no use for it.
    #[error("{option} works with these formats only: {formats}")]
    Option {
        /// The option.
        option: &'static str,
        /// The formats that take it.
        formats: String,
    },
    /// A file of bytes without a place.
    #[error("--format {format} needs --output FILE, for example --output plan{ending}")]
    NeedsOutput {
        /// The format.
        format: &'static str,
        /// The end of its file names.
        ending: &'static str,
    },
    /// The document cannot be made.
    #[error("{}: {reason}", .path.display())]
    Export {
        /// The file that stops it.
        path: PathBuf,
        /// Why.
        reason: ExportError,
    },
    /// The application is none behind SCIM.
    #[error(
        "requests to this connector are not documented: the schema's target is no SCIM application. Its values and scope can be checked and shown, its requests cannot"
    )]
    NoScim,
    /// It holds no person, no group or nothing of the target.
    #[error("{}: {reason}", .path.display())]
    Directory {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: DirectoryError,
    },
    /// The file holds several people where one is needed.
    #[error("{}: the file holds {count} people; give one", .path.display())]
    SeveralPeople {
        /// The file.
        path: PathBuf,
        /// How many there are.
        count: usize,
    },
    /// The attributes are no JSON object.
    #[error("the attributes are no JSON object, like {{\"mail\": \"a@contoso.com\"}}: {0}")]
    Attributes(serde_json::Error),
    /// The time is none.
    #[error("{0:?} is no time; write it like 2025-07-30T00:00:00Z (RFC 3339)")]
    Now(String),
    /// It holds no cases.
    #[error("{}: {reason}. Needed is a JSON array of objects with id and expression", .path.display())]
    Cases {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: serde_json::Error,
    },
    /// There is no such starter.
    #[error("there is no starter {0:?}; crosswalk starter --list names them")]
    Starter(String),
    /// Neither a name nor `--list`.
    #[error("name a starter, or use --list")]
    NoStarter,
}

/// A file's text.
pub(crate) fn read(path: &Path) -> Result<String, Failure> {
    std::fs::read_to_string(path).map_err(|reason| Failure::Read { path: path.to_owned(), reason })
}

/// The plan in a file: a plan file, or anything that can be imported.
pub(crate) fn plan(path: &Path) -> Result<Plan, Failure> {
    let opened = open(&bytes(path)?).map_err(|reason| Failure::Plan { path: path.to_owned(), reason })?;
    Ok(opened.plan)
}

/// A schema in a file, as a plan with notes.
pub(crate) fn imported(path: &Path, choice: &Choice) -> Result<Imported, Failure> {
    let imported = import(&document(path)?, choice);
    imported.map_err(|reason| Failure::Schema { path: path.to_owned(), reason })
}

/// A JSON document with its places.
pub(crate) fn document(path: &Path) -> Result<Document, Failure> {
    let document = decode(&bytes(path)?).and_then(Document::parse);
    document.map_err(|reason| Failure::Schema { path: path.to_owned(), reason: reason.into() })
}

fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    std::fs::read(path).map_err(|reason| Failure::Read { path: path.to_owned(), reason })
}

/// The people in a file.
pub(crate) fn people(path: &Path) -> Result<Vec<SamplePerson>, Failure> {
    read_people(&read(path)?).map_err(|reason| Failure::Directory { path: path.to_owned(), reason })
}

/// The one person in a file.
pub(crate) fn person(path: &Path) -> Result<SamplePerson, Failure> {
    let people = people(path)?;
    let count = people.len();
    match (count, people.into_iter().next()) {
        (1, Some(person)) => Ok(person),
        _ => Err(Failure::SeveralPeople { path: path.to_owned(), count }),
    }
}

/// The group in a file, with notes about its members.
pub(crate) fn group(path: &Path) -> Result<(Group, Vec<String>), Failure> {
    read_group(&read(path)?).map_err(|reason| Failure::Directory { path: path.to_owned(), reason })
}

/// What a file says the target holds.
pub(crate) fn target(path: &Path) -> Result<TargetDirectory, Failure> {
    read_target(&read(path)?).map_err(|reason| Failure::Directory { path: path.to_owned(), reason })
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
