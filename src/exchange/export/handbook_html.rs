//! The configuration handbook as a page to print.

use super::format::{Format, Material, Needs, Writer};
use super::handbook::document;
use crate::exchange::document::html::page;

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
    needs: Needs { people: true, clock: true, rehearsal: true, ..Needs::NOTHING },
    exact: None,
    writer: Writer::Text(|material| Ok(handbook_html(material).into())),
};

/// The handbook as a page, with what would be sent for the people, and a rehearsal if there is one.
pub fn handbook_html(material: &Material<'_>) -> String {
    page(&document(material))
}
