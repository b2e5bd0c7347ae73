//! Open panels and filters. They have no history and are not saved.

use std::sync::Arc;

use leptos::prelude::*;

use super::Visitor;

use crate::{
    directory::{TargetDirectory, TargetResource},
    editor::{Keyed, MappingId, ProblemId, Proposal, Untouched},
};

/// The two forms of the map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MapForm {
    /// Source and target columns with curves between them.
    #[default]
    Board,
    /// The mapping table, laid out as in Entra.
    Table,
}

/// The users that you say the target already has. Each with an identity: two of them can be equal.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TargetUsers {
    /// The users, as the target answers them.
    pub users: Keyed<TargetResource>,
    /// Whether the target has more users than these.
    pub is_part: bool,
}

impl TargetUsers {
    fn directory(&self) -> Option<TargetDirectory> {
        if self.users.is_empty() {
            return None;
        }
        let resources = self.users.iter().map(|(_, user)| user.clone()).collect();
        Some(TargetDirectory { is_part: self.is_part, ..TargetDirectory::unlinked(resources) })
    }
}

/// The view's signals.
#[derive(Clone, Copy)]
pub struct ViewState {
    /// Board or table.
    pub map_form: RwSignal<MapForm>,
    /// The text in the filter field.
    pub filter: RwSignal<String>,
    /// Whether the board lists attributes that no mapping uses.
    pub show_unused: RwSignal<bool>,
    /// Whether the problems drawer is open.
    pub problems_open: RwSignal<bool>,
    /// The repairs that you look at before they are made.
    pub proposal: RwSignal<Option<Proposal>>,
    /// Whether the palette of commands is open.
    pub palette_open: RwSignal<bool>,
    /// Whether the sheet of shortcuts is open.
    pub shortcuts_open: RwSignal<bool>,
    /// The help of the place is open.
    pub help_open: RwSignal<bool>,
    /// Whether the workshop is shown.
    pub workshop_open: RwSignal<bool>,
    /// The step of the guide that the workshop showed last.
    pub workshop_step: RwSignal<Option<usize>>,
    /// Whether the tour is shown.
    pub tour_open: RwSignal<bool>,
    /// The problem that was shown last.
    pub problem: RwSignal<Option<ProblemId>>,
    /// The users that you say the target already has. They are not part of the plan, because they are data of other people.
    pub target: RwSignal<TargetUsers>,
    /// The mapping under the pointer or with the focus. The other views highlight it.
    pub highlighted: RwSignal<Option<MappingId>>,
    /// New rows and clauses in which nothing is typed yet.
    pub untouched: RwSignal<Untouched>,
    /// A person of a rehearsed file, to look at one by one.
    pub visitor: RwSignal<Option<Arc<Visitor>>>,
}

impl ViewState {
    /// The state when the app starts.
    pub fn new() -> Self {
        Self {
            map_form: RwSignal::new(MapForm::default()),
            filter: RwSignal::new(String::new()),
            show_unused: RwSignal::new(false),
            problems_open: RwSignal::new(false),
            proposal: RwSignal::new(None),
            palette_open: RwSignal::new(false),
            shortcuts_open: RwSignal::new(false),
            help_open: RwSignal::new(false),
            workshop_open: RwSignal::new(false),
            workshop_step: RwSignal::new(None),
            tour_open: RwSignal::new(false),
            problem: RwSignal::new(None),
            target: RwSignal::new(TargetUsers::default()),
            highlighted: RwSignal::new(None),
            untouched: RwSignal::new(Untouched::default()),
            visitor: RwSignal::new(None),
        }
    }
}

impl ViewState {
    /// Forgets what is about the plan before: another one opens.
    pub(super) fn forget_plan(&self) {
        self.visitor.set(None);
        self.filter.set(String::new());
        self.untouched.set(Untouched::default());
        self.proposal.set(None);
        self.problem.set(None);
        self.workshop_step.set(None);
        self.highlighted.set(None);
    }

    /// What you say the target already has; nothing if you gave no user. Tracks it.
    pub fn target_directory(&self) -> Option<TargetDirectory> {
        self.target.with(TargetUsers::directory)
    }
}

impl Default for ViewState {
    fn default() -> Self {
        Self::new()
    }
}
