//! The values of one person as requests have them, without a simulation.

use super::result::Rehearsal;
use crate::directory::name_of_guest;
use crate::directory::people_file::{Cell, Column, Reading};
use crate::simulate::{RequestValue, RequestValues};

/// The values of one person.
#[derive(Clone, Copy, Debug)]
pub struct PersonValues<'r> {
    rehearsal: &'r Rehearsal,
    row: usize,
}

impl Rehearsal {
    /// The values of a person as a create request has them. People with one [`PersonRow::class`](super::PersonRow) get the
    /// same requests but for these.
    pub const fn request_values(&self, row: usize) -> PersonValues<'_> {
        PersonValues { rehearsal: self, row }
    }
}

impl RequestValues for PersonValues<'_> {
    fn value(&self, mapping: usize) -> Option<RequestValue<'_>> {
        let sent = self.rehearsal.columns.get(mapping)?.sent(self.row)?;
        Some(if sent.is_json { RequestValue::Json(sent.text) } else { RequestValue::Text(sent.text) })
    }

    fn manager(&self) -> Option<&str> {
        let people = self.rehearsal.people();
        let manager = plain_text(people.column("manager"), self.row)?;
        let Some(row) = self.rehearsal.world.roster.row(manager) else { return Some(manager) };
        let key = |name: &str| plain_text(people.column(name), row);
        // Entra sends another name of a guest.
        let name = || key("userPrincipalName").filter(|stored| name_of_guest(stored).is_none());
        key("objectId").or_else(name)
    }
}

/// The text of a cell that is its value.
fn plain_text(column: Option<&Column>, row: usize) -> Option<&str> {
    match column.filter(|column| column.reading == Reading::Text)?.cell(row) {
        Cell::Text(text) => Some(text),
        _ => None,
    }
}
