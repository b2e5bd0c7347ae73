//! What the last command did, for a few seconds, with the way back.

use std::time::Duration;

use leptos::prelude::*;

use crate::app::{
    services::files,
    state::{LastChange, use_workspace},
    widgets::{Button, ButtonKind, Icon, IconName},
};

/// How long it is shown. It stays while the pointer or the focus is on it.
const SHOWN: Duration = Duration::from_secs(8);

/// The message, while there is one.
#[component]
pub(super) fn LastChangeBar() -> impl IntoView {
    let workspace = use_workspace();
    move || workspace.last_change.get().map(|change| view! { <Shown change /> })
}

#[component]
fn Shown(change: LastChange) -> impl IntoView {
    let workspace = use_workspace();
    let timer = StoredValue::new_local(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(timer) = timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    };
    let own = StoredValue::new(change.clone());
    // Another message can have come by then.
    let hide = move || {
        let is_shown =
            workspace.last_change.with_untracked(|last| own.try_with_value(|own| last.as_ref() == Some(own)));
        if is_shown == Some(true) {
            workspace.last_change.set(None);
        }
    };
    let start = move || {
        stop();
        timer.try_set_value(set_timeout_with_handle(hide, SHOWN).ok());
    };
    start();
    let back = move || {
        if change.is_undone {
            workspace.redo();
        } else {
            workspace.undo();
        }
        // This button goes, and the next message has the same one.
        files::focus("last-change-back");
    };
    let dismiss = move || {
        workspace.last_change.set(None);
        files::focus("place");
    };
    let word = if change.is_undone { "Redo" } else { "Undo" };
    // The live region says the text already.
    view! {
        <section class="last-change" aria-label="Last change"
            on:pointerenter=move |_| stop() on:pointerleave=move |_| start()
            on:focusin=move |_| stop() on:focusout=move |_| start()
            on:keydown=move |event| if event.key() == "Escape" { dismiss() }>
            <span>{change.text}</span>
            <Button kind=ButtonKind::Fix attr:id="last-change-back" on_press=back>{word}</Button>
            <Button kind=ButtonKind::Icon label="Dismiss" on_press=dismiss><Icon name=IconName::Cross /></Button>
        </section>
    }
    .into_any()
}
