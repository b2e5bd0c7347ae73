//! The report as Markdown, for a ticket or a wiki.

use super::document;
use super::format::{RehearsalFormat, RehearsalWriter};
use crate::analysis::rehearsal::Report;
use crate::exchange::document::markdown::markdown;
use crate::plan::Plan;

pub(super) const FORMAT: RehearsalFormat = RehearsalFormat {
    name: "markdown",
    title: "Report as Markdown",
    about: "The same report for a ticket, a repository or a wiki.",
    help: "The report, as Markdown",
    ending: "-rehearsal.md",
    media_type: "text/markdown",
    needs_requests: false,
    exact: None,
    writer: RehearsalWriter::Report(rehearsal_markdown),
};

/// The report about a rehearsal of a plan.
pub fn rehearsal_markdown(plan: &Plan, report: &Report) -> String {
    markdown(&document(plan, report))
}
