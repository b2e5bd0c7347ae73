//! What a worker orders from those that help it, and what comes back.

use crosswalk::directory::people_file::Side;
use serde::{Deserialize, Serialize};

use crate::named_table::{Columns, NamedTable};

/// An order. It ends the one before.
#[derive(Serialize, Deserialize)]
pub(crate) enum Order {
    /// Decide about people of the run of the plan beside this message. The two files are beside it as well.
    Decide(Decide),
    /// Work no longer.
    Stop,
}

/// Which stretches of people a helper takes: every so many from the end on.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(crate) struct Share {
    /// So many helpers.
    pub(crate) of: usize,
    /// The place of this one.
    pub(crate) place: usize,
}

impl Share {
    /// The places of the stretches, from the last one.
    pub(crate) fn of(self, stretches: usize) -> impl Iterator<Item = usize> {
        (0..stretches).rev().skip(self.place).step_by(self.of.max(1))
    }
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

/// What was decided. Its bytes are beside this message.
#[derive(Serialize, Deserialize)]
pub(crate) struct Decided {
    /// The ticket of the run.
    pub(crate) ticket: u32,
}
