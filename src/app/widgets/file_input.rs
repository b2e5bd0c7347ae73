//! Files that you pick or drop.

use leptos::{ev, html, prelude::*};

use super::{Button, ButtonKind};

fn first(files: Option<web_sys::FileList>) -> Option<web_sys::File> {
    files?.get(0)
}

/// A button that picks a file.
#[component]
pub fn PickFile(
    /// The files that the browser offers first. Any other file can be chosen too.
    accept: &'static str,
    /// The name of the input.
    name: &'static str,
    #[prop(into)] label: Signal<String>,
    #[prop(optional)] kind: ButtonKind,
    on_file: impl Fn(web_sys::File) + 'static,
) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    let picked = move |_| {
        if let Some(input) = input.get_untracked() {
            if let Some(file) = first(input.files()) {
                on_file(file);
            }
            // So that you can pick the same file again.
            input.set_value("");
        }
    };
    view! {
        <input type="file" class="visually-hidden" accept=accept aria-label=name tabindex="-1" node_ref=input on:change=picked />
        <Button kind on_press=move || {
            if let Some(input) = input.get_untracked() {
                input.click();
            }
        }>{move || label.get()}</Button>
    }
    .into_any()
}

/// An area that takes a dropped file.
#[component]
pub fn DropArea(class: &'static str, on_file: impl Fn(web_sys::File) + 'static, children: Children) -> impl IntoView {
    let over = RwSignal::new(false);
    let dropped = move |event: ev::DragEvent| {
        event.prevent_default();
        over.set(false);
        if let Some(file) = first(event.data_transfer().and_then(|data| data.files())) {
            on_file(file);
        }
    };
    view! {
        <div
            class=class
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

/// Takes a file that is dropped anywhere on the page. While a file is over the page, a target covers it. An open dialog
/// keeps the files for itself.
#[component]
pub fn DropOnPage(
    /// What the target says.
    words: &'static str,
    on_file: impl Fn(web_sys::File) + 'static,
) -> impl IntoView {
    let over = RwSignal::new(false);
    let takes = |event: &ev::DragEvent| {
        let types = event.data_transfer().map(|data| data.types());
        let is_file = types.is_some_and(|types| types.includes(&"Files".into(), 0));
        is_file && document().query_selector("dialog[open]").ok().flatten().is_none()
    };
    let entered = window_event_listener(ev::dragover, move |event| {
        if takes(&event) {
            event.prevent_default();
            over.set(true);
        }
    });
    let left = window_event_listener(ev::dragleave, move |event| {
        // Between two elements of the page, the event names the next one.
        if event.related_target().is_none() {
            over.set(false);
        }
    });
    let dropped = window_event_listener(ev::drop, move |event| {
        over.set(false);
        if takes(&event) {
            event.prevent_default();
            if let Some(file) = first(event.data_transfer().and_then(|data| data.files())) {
                on_file(file);
            }
        }
    });
    on_cleanup(move || [entered, left, dropped].into_iter().for_each(WindowListenerHandle::remove));
    move || over.get().then(|| view! { <div class="drop-target" role="status"><b>{words}</b></div> })
}
