//! A document about a rehearsal with all its facts. The screen and the command read them here.

use crate::analysis::rehearsal::{Rehearsal, Report};
use crate::catalog::{Capability, profile_of};
use crate::exchange::export::format::NO_REQUESTS;
use crate::exchange::file_stem;
use crate::plan::Plan;

/// One format of a document about a rehearsal.
#[derive(Debug)]
pub struct RehearsalFormat {
    /// The name for the command. It never changes.
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
    /// Whether it has the requests alone. Then an application without documented requests has no such document.
    pub needs_requests: bool,
    /// The same document with every value unchanged, for programs. Only forms for spreadsheets have one.
    pub exact: Option<&'static RehearsalFormat>,
    /// What writes it.
    pub writer: RehearsalWriter,
}

/// What writes a document about a rehearsal.
#[derive(Clone, Copy, Debug)]
pub enum RehearsalWriter {
    /// The whole document, from the report.
    Report(fn(&Plan, &Report) -> String),
    /// A piece for each person, from the rehearsal. So nobody holds the document of a whole directory.
    People(PeopleWriter),
}

/// Writes what is above the people, and gives what appends the person of a row.
pub type PeopleWriter = for<'r> fn(&'r Rehearsal, &mut String) -> AppendPerson<'r>;

/// Appends the person of a row. It remembers what people have in common.
pub type AppendPerson<'r> = Box<dyn FnMut(usize, &mut String) + 'r>;

impl RehearsalFormat {
    /// Why there is no such document for a plan; nothing if there is one.
    pub fn why_not(&self, plan: &Plan) -> Option<&'static str> {
        (self.needs_requests && !profile_of(plan).has(Capability::Scim)).then_some(NO_REQUESTS)
    }

    /// The file's name for a plan.
    pub fn file_name(&self, plan: &Plan) -> String {
        format!("{}{}", file_stem(&plan.name), self.ending)
    }
}
