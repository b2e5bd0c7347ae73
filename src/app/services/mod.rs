//! What the browser does apart from the screen: saving, title, files, links, crashes, updates.

// It makes a cut of the app, as `parts` does.
#[cfg_attr(feature = "split", allow(unsafe_code))]
mod autosave;
pub mod crash;
pub mod export_history;
mod field_drafts;
pub mod files;
pub mod import_worker;
mod offline;
pub mod rehearsal_worker;
mod shared_link;
mod start_worker;
pub mod storage;
mod title;

pub use autosave::{Autosave, LinkedFile};
pub use field_drafts::field_drafts;
pub use offline::Update;

use crate::app::{navigation::Navigation, state::Workspace, widgets::use_field_drafts};

/// Starts the services that no view reads.
pub fn start(workspace: Workspace, navigation: Navigation) {
    title::follow(workspace, navigation);
    offline::start(workspace);
    Autosave::start(workspace, navigation);
    field_drafts::keep(workspace, use_field_drafts());
    shared_link::follow(workspace, navigation, leptos::prelude::expect_context::<Autosave>());
}
