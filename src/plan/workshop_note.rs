//! What a workshop said about one step of the guide.

use serde::{Deserialize, Serialize};

/// The decision and the open question of one step, keyed by the step's stable ID. The steps themselves are derived.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct WorkshopNote {
    /// The step's ID, as in the checklist.
    pub step: String,
    /// Whether the workshop has covered it.
    pub covered: bool,
    /// What was decided.
    pub decision: String,
    /// What is still open.
    pub question: String,
    /// Who takes care of it.
    pub owner: String,
    /// The date of the decision or of the question, such as `2026-11-26`. An earlier version took any text.
    pub date: String,
}

impl WorkshopNote {
    /// Whether nothing is noted, so that the plan need not keep it.
    pub fn is_blank(&self) -> bool {
        !self.covered && [&self.decision, &self.question, &self.owner, &self.date].iter().all(|text| text.is_empty())
    }
}
