//! The first people of a large file, on screen while the rest is read and rehearsed.

use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::Blob;

use super::Rehearsing;
use crate::{
    app::{
        parts::with_plan_files,
        rehearsal::{remembered_columns, table::PeopleInTable},
        rehearsal_messages::{Ask, RowsPage},
    },
    directory::people_file::Side,
    plan::ObjectKind,
};

/// Bytes of a file from which its first people are shown early. The result of a smaller file comes as soon as they would.
const LARGE: f64 = 12.0 * 1024.0 * 1024.0;

impl Rehearsing {
    /// Asks for the first people of a file that is being read. A result that is on screen stays there instead.
    pub(super) fn ask_first_rows(self, side: Side, ticket: u32, file: &Blob) {
        let has_result = self.report.with_untracked(Option::is_some);
        if side == Side::Target || has_result || file.size() < LARGE {
            return;
        }
        let plan = self.workspace.plan.get_untracked();
        let columns = PeopleInTable::early_columns(&self.targets()).into_iter().map(|(column, _)| column).collect();
        let ask = Ask::FirstRows { ticket, columns, remembered: remembered_columns::all() };
        with_plan_files(move |files| {
            if let (Ok(files), true) = (files, self.reading(ticket).is_some()) {
                self.ask(&ask, &JsValue::from_str(&(files.write)(&plan)), None);
            }
        });
    }

    /// Shows the first people of the file that is being read.
    pub(super) fn show_first_rows(self, page: RowsPage) {
        if self.reading(page.ticket).is_some() {
            let columns = PeopleInTable::early_columns(&self.targets());
            self.table.take_early(page, columns.into_iter().map(|(_, name)| name).collect());
        }
    }

    /// The target attributes of the mappings of users.
    fn targets(self) -> Vec<String> {
        self.workspace.plan.with_untracked(|plan| {
            let users = plan.object_mapping(ObjectKind::User).map(|users| users.attribute_mappings.as_slice());
            users.unwrap_or_default().iter().map(|one| one.target_attribute.clone()).collect()
        })
    }
}
