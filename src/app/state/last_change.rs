//! The last change of the plan by a command. The screen shows it for a while, with the way back.

/// What a command did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastChange {
    /// One sentence.
    pub text: String,
    /// Whether it was an undo: the way back is then to redo.
    pub is_undone: bool,
    /// The revision of the plan after it.
    pub revision: u64,
}
