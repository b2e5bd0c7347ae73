//! A whole directory from a file, in every form that admins have: columns rather than people, read in pieces.
//!
//! [`PeopleReader`] takes bytes and gives a [`PeopleTable`]. A column that is missing, or empty for everybody, is unknown
//! and not empty; [`missing`] says how to export it. [`crate::catalog::people_form`] has the forms with their headings.

mod cell;
mod conversion;
mod header;
mod json_items;
mod json_row;
mod mapping;
mod marks;
mod missing;
mod problem;
mod reader;
mod records;
mod room;
mod roster;
mod row;
mod table;
mod whole_file;

pub use cell::Cell;
pub use conversion::{DayOrder, Reading};
pub use mapping::ChosenColumns;
pub use missing::{Missing, ROLES, ROLES_NOTE, Why, command, export_command, missing, missing_export, missing_notes};
pub use problem::{BrokenRow, Fault, PeopleFileError};
pub use reader::{PeopleReader, Progress, Side};
pub use room::{push_with_room, room_for};
pub use roster::Roster;
pub use table::{Basis, Column, PeopleTable, State};

/// How many skipped rows are kept with their reasons. All are counted.
pub const MOST_LISTED: usize = 1_000;

/// Whether a file that begins so is a table of people and not JSON.
pub fn is_table_of_people(start: &[u8]) -> bool {
    let (mut decoder, mut text) = (crate::json::Decoder::default(), String::new());
    decoder.push(start, &mut text);
    let is_json = crate::recognition::recognise_start(start, &text).is_none();
    !is_json && header::read(&text, true).is_some_and(|header| header.is_of_people())
}
