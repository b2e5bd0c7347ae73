//! A document format with all its facts. The screen and the command read them here and name no format themselves.

use super::error::ExportError;
use crate::analysis::Analysis;
use crate::analysis::rehearsal::Report;
use crate::catalog::{Capability, profile_of};
use crate::directory::Person;
use crate::exchange::compare::Since;
use crate::exchange::file_stem;
use crate::exchange::json;
use crate::plan::Plan;

/// Why there is no document with the requests alone.
pub(super) const NO_REQUESTS: &str = "Requests to this application are not documented.";

/// One format of a document.
#[derive(Debug)]
pub struct Format {
    /// The name for the command, in kebab case. It never changes.
    pub name: &'static str,
    /// The title on screen.
    pub title: &'static str,
    /// What it is, for the screen.
    pub about: &'static str,
    /// What it is, for the command's help: one line.
    pub help: &'static str,
    /// The end of the file's name, after the plan's name.
    pub ending: &'static str,
    /// The file's media type.
    pub media_type: &'static str,
    /// Whether people paste it elsewhere: the screen then shows the text with a copy button.
    pub pasted: bool,
    /// Whether it tells what changed since an earlier plan.
    pub tells_changes: bool,
    /// What it needs besides the plan.
    pub needs: Needs,
    /// The same document with every value unchanged, for programs. Only forms for spreadsheets have one.
    pub exact: Option<&'static Format>,
    /// What writes it.
    pub writer: Writer,
}

/// What a format needs besides the plan and its problems.
#[derive(Clone, Copy, Debug)]
pub struct Needs {
    /// Sample people.
    pub people: bool,
    /// The time.
    pub clock: bool,
    /// The schema of the tenant's job.
    pub schema: SchemaUse,
    /// A rehearsal, if there is one.
    pub rehearsal: bool,
    /// Documented requests to the application.
    pub requests: bool,
}

impl Needs {
    /// The plan is enough.
    pub const NOTHING: Self =
        Self { people: false, clock: false, schema: SchemaUse::Unused, rehearsal: false, requests: false };
}

/// How a format uses the schema of the tenant's job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SchemaUse {
    /// It does not read it.
    Unused,
    /// It writes the plan into it.
    Optional {
        /// What you get without it, and where to find it: for the screen and for the command.
        without: &'static str,
    },
}

/// Everything that a document can be made from.
#[derive(Clone, Copy, Debug)]
pub struct Material<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Its problems and checklist.
    pub analysis: &'a Analysis,
    /// The sample people.
    pub people: &'a [Person],
    /// What changed since an earlier plan.
    pub since: Option<&'a Since>,
    /// The schema of the tenant's job.
    pub schema: Option<&'a json::Document>,
    /// The report about a rehearsal of the plan.
    pub rehearsal: Option<&'a Report>,
    /// Seconds since 1970 (UTC).
    pub now: i64,
}

/// A text document, with notes for the person who asked for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// The document.
    pub text: String,
    /// What to know about it.
    pub notes: Vec<String>,
}

impl From<String> for Written {
    fn from(text: String) -> Self {
        Self { text, notes: Vec::new() }
    }
}

/// Writes a text document.
pub type WriteText = fn(&Material<'_>) -> Result<Written, ExportError>;
/// Writes a document of bytes.
pub type WriteBytes = fn(&Material<'_>) -> Result<Vec<u8>, ExportError>;

/// What writes a format.
#[derive(Clone, Copy, Debug)]
pub enum Writer {
    /// A text, to print or to save.
    Text(WriteText),
    /// Bytes, which need an output file.
    Bytes(BytesWriter),
}

/// The writers of bytes. Each is so large that the app loads it on first use. So a format only names its writer, and
/// only the app's loader refers to the function (`app::parts`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BytesWriter {
    /// The workbook's.
    Workbook,
}

impl Format {
    /// Why there is no such document for a plan; nothing if there is one.
    pub fn why_not(&self, plan: &Plan) -> Option<&'static str> {
        (self.needs.requests && !profile_of(plan).has(Capability::Scim)).then_some(NO_REQUESTS)
    }

    /// The file's name for a plan.
    pub fn file_name(&self, plan: &Plan) -> String {
        format!("{}{}", file_stem(&plan.name), self.ending)
    }

    /// Whether it cannot be printed.
    pub const fn needs_output_file(&self) -> bool {
        matches!(self.writer, Writer::Bytes(_))
    }
}
