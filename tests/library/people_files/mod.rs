//! Files of people in every form that admins have: what is read, what is unknown, and what is refused.

mod columns;
mod forms;
mod pieces;
mod properties;

use std::ops::ControlFlow;
use std::path::PathBuf;

use crosswalk::directory::people_file::{ChosenColumns, PeopleFileError, PeopleReader, PeopleTable, Side};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/people/forms")
}

fn file(name: &str) -> Vec<u8> {
    std::fs::read(folder().join(name)).unwrap()
}

fn read(side: Side, bytes: &[u8]) -> Result<PeopleTable, PeopleFileError> {
    PeopleReader::read(side, bytes, &ChosenColumns::default(), &mut |_| ControlFlow::Continue(()))
}

fn people(bytes: impl AsRef<[u8]>) -> Result<PeopleTable, PeopleFileError> {
    read(Side::People, bytes.as_ref())
}
