//! What is selected. Not history: selecting is no step and never clears redo.

use crate::plan::{ObjectKind, Plan};

/// The mapping that the inspector shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The tab: users or groups.
    pub kind: ObjectKind,
    /// The mapping's place in its table.
    pub mapping: Option<usize>,
}

impl Selection {
    /// The same selection, without a mapping that the plan no longer has.
    #[must_use]
    pub fn within(self, plan: &Plan) -> Self {
        Self { mapping: self.mapping.filter(|index| plan.attribute_mapping(self.kind, *index).is_some()), ..self }
    }
}
