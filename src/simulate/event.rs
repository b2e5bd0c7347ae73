//! What happened to a person who is linked already.

/// An event in Microsoft Entra ID.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// The person came into scope; the target does not know them.
    Create,
    /// An attribute changed.
    Update,
    /// Unassigned, blocked, out of scope or in the recycle bin: IsSoftDeleted became true.
    Disable,
    /// Was disabled, is active again.
    Restore,
    /// Purged from Entra.
    Delete,
}

impl Event {
    /// All of them, in the order of a life.
    pub const ALL: [Self; 5] = [Self::Create, Self::Update, Self::Disable, Self::Restore, Self::Delete];

    /// The name of the headless command.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Update => "update",
            Self::Disable => "disable",
            Self::Restore => "restore",
            Self::Delete => "delete",
        }
    }

    /// The event of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|event| event.name() == name)
    }
}
