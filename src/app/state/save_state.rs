//! Whether the plan is safe.

/// What the top bar says beside the plan's name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SaveState {
    /// No plan is open, or nothing was changed yet.
    #[default]
    Nothing,
    /// A change waits for the next save.
    Unsaved,
    /// The transaction is under way.
    Saving,
    /// The transaction completed.
    Saved,
    /// It failed, and why.
    Failed(String),
}

impl SaveState {
    /// The words for it.
    pub const fn label(&self) -> &'static str {
        match self {
            Self::Nothing => "",
            Self::Unsaved => "Unsaved",
            Self::Saving => "Saving",
            Self::Saved => "Saved",
            Self::Failed(_) => "Not saved – export now",
        }
    }

    /// The value of `data-state`.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Unsaved => "unsaved",
            Self::Saving => "saving",
            Self::Saved => "saved",
            Self::Failed(_) => "failed",
        }
    }
}
