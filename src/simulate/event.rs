//! What happens to a person or a group in Microsoft Entra ID.

use serde::{Deserialize, Serialize};

/// An event in Microsoft Entra ID.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {
    /// Entra meets the object for the first time: it was assigned, or provisioning starts.
    Create,
    /// An attribute, the manager or a member changed.
    Update,
    /// The person was blocked, unassigned or deleted: `IsSoftDeleted` became true.
    Disable,
    /// The person was disabled, and is active again.
    Restore,
    /// The object was deleted for good.
    Delete,
}

impl Event {
    all_variants! {
        /// All of them, in the order of a life.
        pub Create, Update, Disable, Restore, Delete
    }

    /// The name in the headless command.
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
