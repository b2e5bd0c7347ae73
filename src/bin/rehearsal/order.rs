//! What a worker orders from those that help it, and what comes back.

use crosswalk::directory::people_file::{RowForm, Side};
use serde::{Deserialize, Serialize};

use crate::named_table::{Columns, NamedTable};

/// An order. It ends the one before.
#[derive(Serialize, Deserialize)]
pub(crate) enum Order {
    /// Decide about people of the run of the plan beside this message. The two files are beside it as well.
    Decide(Decide),
    /// Read parts of the file beside this message.
    Read(Read),
    /// Work no longer.
    Stop,
}

/// Which of the parts that the helpers share: each takes every so many from the end on.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(crate) struct Share {
    /// So many helpers.
    pub(crate) of: usize,
    /// The place of this one.
    pub(crate) place: usize,
}

impl Share {
    /// The places of the parts, from the last one.
    pub(crate) fn of(self, parts: usize) -> impl Iterator<Item = usize> {
        (0..parts).rev().skip(self.place).step_by(self.of.max(1))
    }
}

/// Which file to read.
#[derive(Serialize, Deserialize)]
pub(crate) struct Read {
    /// The ticket of the file.
    pub(crate) ticket: u32,
    pub(crate) share: Share,
    pub(crate) form: RowForm,
}

/// About whom to decide.
#[derive(Serialize, Deserialize)]
pub(crate) struct Decide {
    /// The ticket of the run.
    pub(crate) ticket: u32,
    /// The time of the run.
    pub(crate) seen_at: i64,
    pub(crate) share: Share,
    pub(crate) people: Columned,
    pub(crate) existing: Columned,
}

/// A file with what its columns hold.
#[derive(Serialize, Deserialize)]
pub(crate) struct Columned {
    pub(crate) side: Side,
    /// No other table has this ticket.
    pub(crate) ticket: u32,
    pub(crate) columns: Columns,
}

impl Columned {
    pub(crate) fn of(side: Side, table: &NamedTable) -> Self {
        Self { side, ticket: table.ticket, columns: table.columns.clone() }
    }
}

/// What is done. Its bytes are beside this message.
#[derive(Serialize, Deserialize)]
pub(crate) struct Done {
    /// The ticket of the file or of the run.
    pub(crate) ticket: u32,
    /// The bytes of the file, or the rows of the people.
    pub(crate) from: usize,
    pub(crate) to: usize,
}
