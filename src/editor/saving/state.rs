//! Whether the plan is safe.

/// What the top bar says beside the plan's name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SaveState {
    /// No plan is open, or nothing has changed yet.
    #[default]
    Nothing,
    /// A field on screen holds text that the plan does not have.
    Editing,
    /// A change waits for the next save.
    Unsaved,
    /// A save is under way.
    Saving,
    /// The storage holds the plan.
    Saved,
    /// The last save failed, with the reason.
    Failed(String),
}

impl SaveState {
    /// The words on screen.
    pub const fn label(&self) -> &'static str {
        match self {
            Self::Nothing => "",
            Self::Editing => "Editing",
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
            Self::Editing => "editing",
            Self::Unsaved => "unsaved",
            Self::Saving => "saving",
            Self::Saved => "saved",
            Self::Failed(_) => "failed",
        }
    }

    /// The state while a field has a draft. A failed save is more important.
    #[must_use]
    pub fn while_editing(self, is_editing: bool) -> Self {
        match self {
            Self::Failed(_) => self,
            _ if is_editing => Self::Editing,
            _ => self,
        }
    }
}
