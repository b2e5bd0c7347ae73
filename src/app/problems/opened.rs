//! What the lines of the drawer open.

use std::collections::HashSet;

use leptos::prelude::*;

use super::repairs_dialog::Proposal;
use crate::editor::ProblemKind;

/// The open page, dialog and lines of the drawer.
#[derive(Clone, Copy)]
pub(super) struct Opened {
    /// The rule whose page is shown.
    pub(super) page: RwSignal<Option<&'static str>>,
    /// The repairs that you look at before they are made.
    pub(super) proposal: RwSignal<Option<Proposal>>,
    /// The lines of equal problems that show each problem.
    pub(super) unfolded: RwSignal<HashSet<ProblemKind>>,
}
