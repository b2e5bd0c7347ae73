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
