//! What people wrote on a checklist step: a tick, a note, an owner.

use serde::{Deserialize, Serialize};

/// The marks of one step, keyed by the step's stable id. The steps themselves are derived.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ChecklistMark {
    /// The step's id, kebab-case, never reused.
    pub step: String,
    /// Ticked.
    pub done: bool,
    /// A hash of the values the step showed when it was ticked: when they change, the tick shows as "changed since".
    pub value_hash: Option<String>,
    /// A note.
    pub note: String,
    /// The person responsible.
    pub owner: String,
}

impl ChecklistMark {
    /// Whether nothing is marked, so that the plan need not keep it.
    pub fn is_blank(&self) -> bool {
        !self.done && self.note.is_empty() && self.owner.is_empty()
    }
}
