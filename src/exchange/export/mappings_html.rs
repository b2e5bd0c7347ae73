//! The attribute mappings as a page, to print, or to copy into a mail or a sheet.

use super::format::{Format, Needs, Writer, Written};
use super::mappings::document;
use super::mappings_left_out::{TableForm, notes};
use crate::exchange::document::html::page;

pub(super) const FORMAT: Format = Format {
    name: "mappings-html",
    title: "Mappings as a page",
    about: "A page with the columns of the workbook's sheet Mappings, to print or to copy into a mail. You can open it \
            again.",
    help: "The attribute mappings, as a page with a table that can be opened again",
    ending: "-mappings.html",
    media_type: "text/html",
    pasted: false,
    tells_changes: false,
    needs: Needs::NOTHING,
    exact: None,
    writer: Writer::Text(|material| {
        let text = page(&document(material.plan));
        Ok(Written { text, notes: notes(material.plan, TableForm::Html) })
    }),
};
