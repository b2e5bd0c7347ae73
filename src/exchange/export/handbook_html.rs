//! The configuration handbook as a page to print.

use super::format::{Format, Needs, Writer};
use super::handbook::document;
use crate::analysis::Analysis;
use crate::analysis::rehearsal::Report;
use crate::directory::Person;
use crate::exchange::compare::Since;
use crate::exchange::document::html::page;
use crate::plan::Plan;

pub(super) const FORMAT: Format = Format {
    name: "handbook-html",
    title: "Configuration handbook",
    about: "A page to print: the mapping with every expression in words, scope, matching, problems, decisions and \
            sample requests.",
    help: "The configuration handbook, as a page to print",
    ending: "-handbook.html",
    media_type: "text/html",
    pasted: false,
    tells_changes: true,
    needs: Needs { people: true, rehearsal: true, ..Needs::NOTHING },
    exact: None,
    writer: Writer::Text(|material| {
        Ok(handbook_html(material.plan, material.analysis, material.people, material.since, material.rehearsal).into())
    }),
};

/// The handbook as a page, with what would be sent for these people, and a rehearsal if there is one.
pub fn handbook_html(
    plan: &Plan,
    analysis: &Analysis,
    people: &[Person],
    since: Option<&Since>,
    rehearsal: Option<&Report>,
) -> String {
    page(&document(plan, analysis, people, since, rehearsal))
}
