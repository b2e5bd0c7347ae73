//! Files that you pick or drop.

use leptos::{ev, html, prelude::*};

use super::use_rehearsing;
use crate::{
    app::widgets::{Button, ButtonKind},
    directory::people_file::Side,
};

/// The files that the browser offers first. Any other file can be chosen too.
const ACCEPTED: &str = ".csv,.tsv,.txt,.json,text/csv,application/json";

/// A button that picks a file for a side.
#[component]
pub(super) fn PickFile(
    side: Side,
    #[prop(into)] label: Signal<String>,
    #[prop(optional)] kind: ButtonKind,
) -> impl IntoView {
    let rehearsing = use_rehearsing();
    let input = NodeRef::<html::Input>::new();
    let picked = move |_| {
        if let Some(input) = input.get_untracked() {
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                rehearsing.open(side, file.name(), file.into());
            }
            // So that you can pick the same file again.
            input.set_value("");
        }
    };
    let name = match side {
        Side::People => "File of people",
        Side::Target => "File of existing users",
    };
    view! {
        <input type="file" class="visually-hidden" accept=ACCEPTED aria-label=name tabindex="-1" node_ref=input on:change=picked />
        <Button kind on_press=move || {
            if let Some(input) = input.get_untracked() {
                input.click();
            }
        }>{move || label.get()}</Button>
    }
    .into_any()
}

/// An area that takes a dropped file for a side.
#[component]
pub(super) fn DropArea(side: Side, children: Children) -> impl IntoView {
    let rehearsing = use_rehearsing();
    let over = RwSignal::new(false);
    let dropped = move |event: ev::DragEvent| {
        event.prevent_default();
        over.set(false);
        let files = event.data_transfer().and_then(|data| data.files());
        if let Some(file) = files.and_then(|files| files.get(0)) {
            rehearsing.open(side, file.name(), file.into());
        }
    };
    view! {
        <div
            class="rehearsal-drop"
            data-over=move || over.get().then_some("true")
            on:dragover=move |event| {
                event.prevent_default();
                over.set(true);
            }
            on:dragleave=move |_| over.set(false)
            on:drop=dropped
        >
            {children()}
        </div>
    }
    .into_any()
}
