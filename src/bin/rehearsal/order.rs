//! What a worker orders from those that help it, and what comes back. The bytes of the decisions are beside the message.

use crosswalk::directory::people_file::Side;
use serde::{Deserialize, Serialize};

use crate::files::{Columns, NamedTable};

/// An order. It ends the one before.
#[derive(Serialize, Deserialize)]
pub(crate) enum Order {
    /// Decide about people of the run of the plan beside this message. The two files are beside it as well.
    Decide(Decide),
    /// Decide no longer.
    Stop,
}

/// About whom to decide.
#[derive(Serialize, Deserialize)]
pub(crate) struct Decide {
    /// The ticket of the run.
    pub(crate) ticket: u32,
    /// The time of the run.
    pub(crate) seen_at: i64,
    /// Of so many helpers, this is the one at a place.
    pub(crate) of: usize,
    pub(crate) place: usize,
    pub(crate) people: Columned,
    pub(crate) existing: Columned,
}

/// A file with what its columns hold.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
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

/// The decisions beside this message are about people of a run.
#[derive(Serialize, Deserialize)]
pub(crate) struct Decided {
    /// The ticket of the run.
    pub(crate) ticket: u32,
}
