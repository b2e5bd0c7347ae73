//! The report as a page to print.

use super::document;
use super::format::{RehearsalFormat, RehearsalWriter};
use crate::analysis::rehearsal::Report;
use crate::exchange::document::html::page;
use crate::plan::Plan;

pub(super) const FORMAT: RehearsalFormat = RehearsalFormat {
    name: "html",
    title: "Report to print",
    about: "A page with the answer, the figures, every problem with examples, and the existing users nobody matches.",
    help: "The report, as a page to print",
    ending: "-rehearsal.html",
    media_type: "text/html",
    needs_requests: false,
    exact: None,
    writer: RehearsalWriter::Report(rehearsal_html),
};

/// The report about a rehearsal of a plan.
pub fn rehearsal_html(plan: &Plan, report: &Report) -> String {
    page(&document(plan, report))
}
