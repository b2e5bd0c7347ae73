//! Copies a text and says so.

use std::time::Duration;

use leptos::prelude::*;

use crate::app::{services, state::use_workspace};

/// A button that puts a text on the clipboard. `what` names the text: "Copy Tenant URL".
#[component]
pub fn CopyButton(
    #[prop(into)] text: Signal<String>,
    #[prop(into)] what: String,
    /// What stands on it, where two are side by side.
    #[prop(default = "Copy")]
    word: &'static str,
) -> impl IntoView {
    let workspace = use_workspace();
    let copied = RwSignal::new(false);
    let name = what.clone();
    let press = move |_| {
        let what = what.clone();
        services::clipboard::copy(text.get_untracked(), move |done| {
            if done {
                copied.set(true);
                workspace.announce(format!("Copied {what}"));
                set_timeout(move || copied.set(false), Duration::from_millis(1600));
            } else {
                workspace.announce("The browser did not let the text be copied; select it and copy it by hand.");
            }
        });
    };
    view! {
        <button type="button" class="button copy-button" data-kind="plain" aria-label=format!("Copy {name}") on:click=press>
            {move || if copied.get() { "Copied" } else { word }}
        </button>
    }
    .into_any()
}
