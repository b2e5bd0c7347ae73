//! What the lines of the drawer open.

use std::collections::HashSet;

use leptos::prelude::*;

use crate::editor::ProblemKind;

/// The open page and lines of the drawer.
#[derive(Clone, Copy)]
pub(super) struct Opened {
    /// The rule whose page is shown.
    pub(super) page: RwSignal<Option<&'static str>>,
    /// The lines of equal problems that show each problem.
    pub(super) unfolded: RwSignal<HashSet<ProblemKind>>,
}
