//! What is open and filtered. Not history, and not saved.

use leptos::prelude::*;

use crate::{app::import::Pending, directory::TargetDirectory};

/// The two forms of the map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MapForm {
    /// Source and target columns with curves between.
    #[default]
    Board,
    /// The mapping table, laid out as in Entra.
    Table,
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
    /// The problem that was gone to last, in the drawer's order.
    pub problem: RwSignal<Option<usize>>,
    /// What the target already has, as far as the user said. Not part of the plan: other people's data at the target.
    pub target: RwSignal<TargetDirectory>,
    /// A schema that is being read, or was read and waits for the user's decision.
    pub import: RwSignal<Option<Pending>, LocalStorage>,
    /// The mapping a pointer or the focus is on, which the other views light up.
    pub highlighted: RwSignal<Option<usize>>,
}

impl ViewState {
    /// As the app begins.
    pub fn new() -> Self {
        Self {
            map_form: RwSignal::new(MapForm::default()),
            filter: RwSignal::new(String::new()),
            show_unused: RwSignal::new(false),
            problems_open: RwSignal::new(false),
            problem: RwSignal::new(None),
            import: RwSignal::new_local(None),
            target: RwSignal::new(TargetDirectory::default()),
            highlighted: RwSignal::new(None),
        }
    }
}

impl Default for ViewState {
    fn default() -> Self {
        Self::new()
    }
}
