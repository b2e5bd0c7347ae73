//! Repairs that you look at before they are made.

/// Which repairs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proposal {
    /// Everything that needs no decision.
    Safe,
    /// The same repair of every problem of a rule.
    OfRule {
        /// The code of the rule.
        code: &'static str,
        /// The label of the repair.
        label: String,
    },
}

impl Proposal {
    /// What it does: the title of the dialog, and the name of the step.
    pub fn label(&self) -> String {
        match self {
            Self::Safe => "Safe repairs".to_owned(),
            Self::OfRule { code, label } => format!("{label} ({code})"),
        }
    }
}
