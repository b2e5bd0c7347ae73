//! What the browser does beside the screen: saving, address, title, shortcuts, files, clipboard, crashes.

mod address;
pub mod clipboard;
pub mod crash;
pub mod files;
pub mod plan_text;
pub mod shortcuts;
mod title;

use crate::app::state::Workspace;

/// Starts the effects that nobody reads.
pub fn start(workspace: Workspace) {
    address::follow(workspace);
    title::follow(workspace);
    shortcuts::listen(workspace);
}
