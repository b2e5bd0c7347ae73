//! The attribute mappings as Markdown, for a wiki, a ticket or a repository.

use super::format::{Format, Needs, Writer, Written};
use super::mappings::document;
use super::mappings_left_out::{TableForm, notes};
use crate::exchange::document::markdown::markdown;

pub(super) const FORMAT: Format = Format {
    name: "mappings-md",
    title: "Mappings as Markdown",
    about: "A table with the columns of the workbook's sheet Mappings, for a wiki, a ticket or a repository. You can open \
            it again.",
    help: "The attribute mappings, as a Markdown table that can be opened again",
    ending: "-mappings.md",
    media_type: "text/markdown",
    pasted: true,
    tells_changes: false,
    needs: Needs::NOTHING,
    exact: None,
    writer: Writer::Text(|material| {
        let text = markdown(&document(material.plan));
        Ok(Written { text, notes: notes(material.plan, TableForm::Markdown) })
    }),
};
