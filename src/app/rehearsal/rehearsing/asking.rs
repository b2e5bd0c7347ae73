//! What the table of people asks for: its filters, order, columns and pages.

use leptos::prelude::*;
use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};

use super::Rehearsing;
use crate::{
    app::{
        rehearsal::table::{ColumnName, Filter},
        rehearsal_messages::Ask,
    },
    directory::people_file::Side,
};

impl Rehearsing {
    /// Begins a query of the table with its filters, order and columns as they are now.
    pub(in crate::app::rehearsal) fn query(self) {
        let file = self.files.of(Side::People).get_untracked();
        if let (Some(report), Some(file)) = (self.report.get_untracked(), file) {
            untrack(|| self.table.begin(self.ticket(), &report, &file.read));
            self.ask_rows(&[]);
        }
    }

    /// Puts a filter of the table on or off.
    pub(in crate::app::rehearsal) fn filter(self, filter: Filter) {
        self.table.toggle(filter);
        self.query();
        show_table();
    }

    /// Shows the people with a problem in whom a text is.
    pub(in crate::app::rehearsal) fn filter_both(self, problem: Filter, text: &str) {
        if !untrack(|| self.table.has(&problem)) {
            self.table.toggle(problem);
        }
        self.table.search(text);
        self.query();
        show_table();
    }

    /// Takes all filters off.
    pub(in crate::app::rehearsal) fn show_everybody(self) {
        self.table.filters.set(Vec::new());
        self.query();
    }

    /// Sorts the table by a column.
    pub(in crate::app::rehearsal) fn sort_by(self, column: ColumnName) {
        if self.report.with_untracked(Option::is_some) {
            self.table.sort_by(column);
            self.query();
        }
    }

    /// Shows a column of the table, or shows it no longer.
    pub(in crate::app::rehearsal) fn toggle_column(self, column: ColumnName) {
        if let Some(report) = self.report.get_untracked() {
            self.table.toggle_column(&report, column);
            self.query();
        }
    }

    /// Asks for the pages that these rows need.
    pub(in crate::app::rehearsal) fn ask_rows(self, rows: &[usize]) {
        for wanted in self.table.missing(rows) {
            self.ask_for(&Ask::Rows(wanted));
        }
    }
}

/// Brings the table into view. On a wide screen it is beside the figures, and nothing moves.
fn show_table() {
    if let Some(table) = document().get_element_by_id("rehearsal-people") {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        table.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
