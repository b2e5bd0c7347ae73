//! The frame around every place: top bar, rail, notices, and the words for screen readers.

mod announcer;
mod notice_bar;
mod person_picker;
mod place_view;
mod plan_name;
mod rail;
mod theme_switch;
mod topbar;

pub use person_picker::PersonPicker;

use leptos::prelude::*;

use super::state::{Place, use_workspace};

/// The frame with the place in it.
#[component]
pub fn Shell() -> impl IntoView {
    let workspace = use_workspace();
    let shown = Memo::new(move |_| (workspace.place.get(), workspace.is_open.get()));
    view! {
        <a class="skip-link" href="#place" on:click=move |event| {
            event.prevent_default();
            super::services::files::focus("place");
        }>"Skip to the content"</a>
        <topbar::Topbar />
        <div class="shell-body">
            <rail::Rail />
            <div class="shell-column">
                <notice_bar::NoticeBar />
                <main id="place" class="place" tabindex="-1" data-place=move || shown.get().0.address()>
                    {move || place_view::view_of(shown.get())}
                </main>
                {move || (!matches!(shown.get().0, Place::Map | Place::Start)).then(|| workspace.parts.engine.get().map(|engine| (engine.drawer)()))}
            </div>
        </div>
        <super::import::ImportDialog />
        <announcer::Announcer />
    }
    .into_any()
}
