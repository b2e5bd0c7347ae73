//! The frame around every place: top bar, rail, notices, and the words for screen readers.

mod announcer;
mod notice_bar;
mod person_picker;
mod plan_name;
mod rail;
mod theme_switch;
mod topbar;

pub use person_picker::PersonPicker;

use leptos::prelude::*;

use super::{
    checklist::ChecklistPlace,
    exchange::ExportPlace,
    map::MapPlace,
    people::PeoplePlace,
    preview::PreviewPlace,
    problems::ProblemsDrawer,
    start::StartPage,
    state::{Place, use_workspace},
    widgets::{Button, ButtonKind, EmptyState},
};

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
                    {move || place_view(shown.get())}
                </main>
                {move || (!matches!(shown.get().0, Place::Map | Place::Start)).then(|| view! { <ProblemsDrawer /> })}
            </div>
        </div>
        <announcer::Announcer />
    }
    .into_any()
}

fn place_view((place, is_open): (Place, bool)) -> AnyView {
    if place == Place::Start {
        return view! { <StartPage /> }.into_any();
    }
    if !is_open {
        return view! { <NothingOpen place /> }.into_any();
    }
    match place {
        Place::Start | Place::Map => view! { <MapPlace /> }.into_any(),
        Place::People => view! { <PeoplePlace /> }.into_any(),
        Place::Preview => view! { <PreviewPlace /> }.into_any(),
        Place::Checklist => view! { <ChecklistPlace /> }.into_any(),
        Place::Export => view! { <ExportPlace /> }.into_any(),
    }
}

/// A place without a plan.
#[component]
fn NothingOpen(place: Place) -> impl IntoView {
    let workspace = use_workspace();
    view! {
        <h1 class="visually-hidden">{place.title()}</h1>
        <EmptyState title="No plan is open" text="Begin with a starter, or open a plan you saved.">
            <Button kind=ButtonKind::Primary on_press=move || workspace.go(Place::Start)>"Choose a plan"</Button>
        </EmptyState>
    }
    .into_any()
}
