//! What you selected. It is not part of the history: selecting is not a step, and it keeps redo.

use super::{Identities, MappingId};
use crate::plan::ObjectKind;

/// The tab, and the mapping that the inspector shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The tab: users or groups.
    pub kind: ObjectKind,
    /// The mapping.
    pub mapping: Option<MappingId>,
}

impl Selection {
    /// The same selection. A mapping that the plan no longer has is not selected.
    #[must_use]
    pub fn within(self, identities: &Identities) -> Self {
        let is_there = |id: &MappingId| identities.place_of_mapping(*id).is_some_and(|(kind, _)| kind == self.kind);
        Self { mapping: self.mapping.filter(is_there), ..self }
    }
}
