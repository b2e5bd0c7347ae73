//! What the browser does apart from the screen: saving, address, title, shortcuts, files, crashes.

mod address;
mod autosave;
pub mod crash;
pub mod export_history;
mod field_drafts;
pub mod files;
pub mod import_worker;
mod shared_link;
pub mod shortcuts;
pub mod storage;
mod title;

pub use autosave::Autosave;
pub use field_drafts::field_drafts;

use crate::app::state::Workspace;

/// Starts the services that no view reads.
pub fn start(workspace: Workspace) {
    address::follow(workspace);
    title::follow(workspace);
    shortcuts::listen(workspace);
    Autosave::start(workspace);
    shared_link::follow(workspace, leptos::prelude::expect_context::<Autosave>());
}
