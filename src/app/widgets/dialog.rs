//! A modal dialog: the browser's own, which keeps the focus inside and gives it back.

use leptos::{html, prelude::*};

use super::{Button, ButtonKind, Icon, IconName};

/// A modal dialog with a title, shown while `open` is true. Escape and the cross ask to close it.
#[component]
pub fn Dialog(
    #[prop(into)] open: Signal<bool>,
    #[prop(into)] on_close: Callback<()>,
    #[prop(into)] title: Signal<String>,
    #[prop(default = "dialog")] class: &'static str,
    children: ChildrenFn,
) -> impl IntoView {
    // What is asked to open again stays as it is. It is shown again if the browser has closed it and did not report that yet.
    let asked = open;
    let open = Memo::new(move |_| asked.get());
    let node = NodeRef::<html::Dialog>::new();
    Effect::new(move || {
        let Some(dialog) = node.get() else { return };
        if asked.get() && !dialog.open() {
            // Fails when the dialog is not on the page. Then there is nothing to show.
            let _ = dialog.show_modal();
        } else if !asked.get() && dialog.open() {
            dialog.close();
        }
    });
    // The browser reports a close later: by then the dialog may be open again, or removed.
    let closed = move || {
        let is_open_again = node.try_get_untracked().flatten().is_some_and(|dialog| dialog.open());
        if !is_open_again && open.try_get_untracked() == Some(true) {
            on_close.try_run(());
        }
    };
    view! {
        <dialog class=class node_ref=node aria-label=move || title.get() on:close=move |_| closed()>
            <header>
                <h2>{move || title.get()}</h2>
                <Button kind=ButtonKind::Icon label="Close" on_press=on_close>
                    <Icon name=IconName::Cross />
                </Button>
            </header>
            <div class="dialog-content">{move || open.get().then(|| children())}</div>
        </dialog>
    }
    .into_any()
}
