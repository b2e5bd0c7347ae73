//! A table that is in use, with everything that another worker needs to make the same.

use std::{collections::BTreeMap, sync::Arc};

use crosswalk::directory::people_file::PeopleTable;
use web_sys::Blob;

/// The attribute of each heading; nothing for a column that is not used.
pub(crate) type Columns = BTreeMap<String, Option<String>>;

/// A table with its file.
#[derive(Clone)]
pub(crate) struct NamedTable {
    pub(crate) name: String,
    pub(crate) table: Arc<PeopleTable>,
    /// The file and the chosen columns, for a worker that reads it too.
    pub(crate) file: Blob,
    pub(crate) columns: Columns,
    /// The ticket with which this table began to be used: no other table has it.
    pub(crate) ticket: u32,
}
