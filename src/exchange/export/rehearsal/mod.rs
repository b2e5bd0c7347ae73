//! Documents about a rehearsal. Each format is one file with a `FORMAT`, registered in one line of [`REHEARSAL_FORMATS`].
//!
//! Those that people read are made from the [`Report`](crate::analysis::rehearsal::Report). Those that programs read have
//! everybody, and are written a person at a time.

mod figures;
mod format;
mod html;
mod lists;
mod markdown;
mod people_csv;
mod requests_ndjson;
mod sheet;

pub use format::{AppendPerson, PeopleWriter, RehearsalFormat, RehearsalWriter};
pub use html::rehearsal_html;
pub use markdown::rehearsal_markdown;
pub(super) use sheet::table;

use crate::analysis::rehearsal::Report;
use crate::exchange::document::{Block, Document};
use crate::plan::Plan;

/// Every format, in the order of the screen.
pub const REHEARSAL_FORMATS: &[&RehearsalFormat] =
    &[&html::FORMAT, &markdown::FORMAT, &people_csv::FORMAT, &people_csv::EXACT, &requests_ndjson::FORMAT];

impl RehearsalFormat {
    /// The format of that name.
    pub fn from_name(name: &str) -> Option<&'static Self> {
        REHEARSAL_FORMATS.iter().copied().find(|format| format.name == name)
    }
}

/// The report as a document.
fn document(plan: &Plan, report: &Report) -> Document {
    let mut document = Document::about("Rehearsal", plan);
    document.blocks.extend(figures::blocks(report, 2));
    document.blocks.extend(lists::blocks(report));
    document
}

/// The report as a part of another document; nothing without a rehearsal.
pub(super) fn part(report: Option<&Report>) -> Vec<Block> {
    let Some(report) = report else { return Vec::new() };
    let mut blocks = vec![Block::part("Rehearsal")];
    blocks.extend(figures::blocks(report, 3));
    blocks
}
