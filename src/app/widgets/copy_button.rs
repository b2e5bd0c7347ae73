//! Copies a text and says so.

use std::time::Duration;

use leptos::prelude::*;

use super::clipboard;

/// Says something to screen readers. The app provides it.
#[derive(Clone, Copy)]
pub struct Announce(pub Callback<String>);

/// A button that puts a text on the clipboard. `what` names the text: "Copy Tenant URL".
#[component]
pub fn CopyButton(
    #[prop(into)] text: Signal<String>,
    #[prop(into)] what: String,
    /// The words on the button, where two are side by side.
    #[prop(default = "Copy")]
    word: &'static str,
) -> impl IntoView {
    let Announce(announce) = expect_context();
    let copied = RwSignal::new(false);
    let name = what.clone();
    let press = move |_| {
        let what = what.clone();
        // The button may be gone when the browser answers.
        clipboard::copy(text.get_untracked(), move |done| {
            if done {
                copied.set(true);
                announce.try_run(format!("Copied {what}"));
                set_timeout(move || copied.set(false), Duration::from_millis(1600));
            } else {
                announce.try_run("The browser did not allow copying. Select the text and copy it by hand.".to_owned());
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
