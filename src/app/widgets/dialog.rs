//! A modal dialog: the browser's own, which keeps the focus inside and gives it back.

use leptos::{html, prelude::*};

use super::{Button, ButtonKind, Icon, IconName};

/// A modal dialog with a title. It closes with Escape, its cross, and when `open` becomes false.
#[component]
pub fn Dialog(open: RwSignal<bool>, #[prop(into)] title: Signal<String>, children: ChildrenFn) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    Effect::new(move || {
        let Some(dialog) = node.get() else { return };
        if open.get() && !dialog.open() {
            // Fails when the dialog is not on the page; then there is nothing to show either.
            let _ = dialog.show_modal();
        } else if !open.get() && dialog.open() {
            dialog.close();
        }
    });
    view! {
        <dialog class="dialog" node_ref=node aria-label=move || title.get() on:close=move |_| open.set(false)>
            <header>
                <h2>{move || title.get()}</h2>
                <Button kind=ButtonKind::Icon label="Close" on_press=move || open.set(false)>
                    <Icon name=IconName::Cross />
                </Button>
            </header>
            <div class="dialog-content">{move || open.get().then(|| children())}</div>
        </dialog>
    }
    .into_any()
}
