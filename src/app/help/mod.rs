//! Help for the place that you see: what it is for, and how to do its tasks.

use leptos::prelude::*;

use super::{
    navigation::{Topic, use_navigation},
    parts::use_parts,
    state::use_workspace,
    widgets::{Button, Dialog},
};

/// The dialog, while it is open.
#[component]
pub fn HelpDialog() -> impl IntoView {
    let workspace = use_workspace();
    let navigation = use_navigation();
    let parts = use_parts();
    let open = workspace.view.help_open;
    let title = Signal::derive(move || format!("Help: {}", navigation.here().title));
    let topics = move || {
        let here = navigation.here();
        parts.view(here).map(|part| (part.help)(here.address)).unwrap_or_default()
    };
    let row = |topic: &Topic| view! { <div><dt>{topic.task}</dt><dd>{topic.how}</dd></div> };
    let show_shortcuts = move || {
        open.set(false);
        workspace.view.shortcuts_open.set(true);
    };
    let take_tour = move || {
        open.set(false);
        workspace.view.tour_open.set(true);
    };
    view! {
        <Dialog title open on_close=move |()| open.set(false)>
            <dl class="help-topics">{move || topics().iter().map(row).collect_view()}</dl>
            <div class="dialog-actions">
                <Button on_press=take_tour>"Take the tour of two minutes"</Button>
                <Button on_press=show_shortcuts>"Keyboard shortcuts"</Button>
            </div>
        </Dialog>
    }
    .into_any()
}
