//! The frame around every place: top bar, navigation, notices, and the messages for screen readers.

mod announcer;
mod focus_kept;
mod last_change_bar;
mod notice_bar;
mod person_picker;
mod place_view;
mod plan_bar;
mod plan_name;
mod rail;
mod theme_switch;
mod topbar;
mod update_bar;

pub use person_picker::PersonPicker;
pub use plan_bar::LOAD_BAR;

use leptos::prelude::*;

use super::{navigation::use_navigation, parts::use_parts, state::use_workspace, widgets::use_field_drafts};

/// The frame with the place in it.
#[component]
pub fn Shell() -> impl IntoView {
    let workspace = use_workspace();
    let navigation = use_navigation();
    let parts = use_parts();
    super::commands::listen(workspace, navigation);
    let drafts = use_field_drafts();
    // A place begins again when another plan opens: what it remembers is about the plan before.
    let shown = Memo::new(move |_| (navigation.here(), workspace.is_open.get(), drafts.opened()));
    view! {
        <a class="skip-link" href="#place" on:click=move |event| {
            event.prevent_default();
            super::services::files::focus("place");
        }>"Skip to content"</a>
        <topbar::Topbar />
        <div class="shell-body">
            <rail::Rail />
            <div class="shell-column">
                <notice_bar::NoticeBar />
                <update_bar::UpdateBar />
                <main id="place" class="place" tabindex="-1" data-place=move || shown.get().0.address>
                    {move || { let (place, is_open, _) = shown.get(); place_view::view_of((place, is_open)) }}
                </main>
                {move || parts.view(shown.get().0).map(|view| (view.below)())}
            </div>
        </div>
        <super::import::ImportDialog />
        {move || parts.bar.get().filter(|_| workspace.is_open.get()).map(|bar| (bar.dialogs)())}
        <super::tour::Tour />
        <last_change_bar::LastChangeBar />
        <announcer::Announcer />
    }
    .into_any()
}
