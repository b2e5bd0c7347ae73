//! The address bar leads, the place follows.

use leptos::{ev, prelude::*};

use crate::app::state::{Place, Workspace};

pub(super) fn follow(workspace: Workspace) {
    // Kept for as long as the page lives: the handle removes the listener only when asked to.
    let _ = window_event_listener(ev::hashchange, move |_| {
        workspace.arrive(Place::from_address(&window().location().hash().unwrap_or_default()));
    });
}
