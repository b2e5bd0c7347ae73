//! The live region: what a screen reader says after an action.

use leptos::prelude::*;

use crate::app::state::use_workspace;

/// The live region.
#[component]
pub(super) fn Announcer() -> impl IntoView {
    let workspace = use_workspace();
    view! { <div class="visually-hidden" role="status" aria-live="polite">{move || workspace.announcement.get()}</div> }
        .into_any()
}
