//! The users that you say the target already has.

use crate::{
    directory::{TargetDirectory, TargetResource},
    editor::Keyed,
};

/// The users, each with an identity: two of them can be equal.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TargetUsers {
    /// The users, as the target answers them.
    pub users: Keyed<TargetResource>,
    /// Whether the target has more users than these.
    pub is_part: bool,
}

impl TargetUsers {
    /// What the simulation knows of the target; nothing if no user is given.
    pub fn directory(&self) -> Option<TargetDirectory> {
        if self.users.is_empty() {
            return None;
        }
        let resources = self.users.iter().map(|(_, user)| user.clone()).collect();
        Some(TargetDirectory { is_part: self.is_part, ..TargetDirectory::unlinked(resources) })
    }
}
