//! The go-live checklist as a page to print: ticks, values, two lines to sign.

use super::checklist::{Medium, document};
use super::format::{Format, Material, Needs, Writer};
use crate::exchange::document::html::page;

pub(super) const FORMAT: Format = Format {
    name: "checklist-html",
    title: "Checklist to print",
    about: "A page to print: every step with its values, a box to tick, and two lines to sign.",
    help: "The go-live checklist, as a page to print",
    ending: "-checklist.html",
    media_type: "text/html",
    pasted: false,
    tells_changes: true,
    needs: Needs { clock: true, ..Needs::NOTHING },
    exact: None,
    writer: Writer::Text(|material| Ok(checklist_html(material).into())),
};

/// The whole checklist with ticks, notes and owners, open and accepted problems, and two lines to sign.
pub fn checklist_html(material: &Material<'_>) -> String {
    page(&document(material, Medium::Paper))
}
