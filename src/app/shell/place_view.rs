//! The place in view: loaded when it is first seen, and what stands there meanwhile.

use leptos::prelude::*;

use crate::app::{
    parts::PartError,
    start::StartPage,
    state::{Place, use_workspace},
    widgets::{Button, ButtonKind, EmptyState},
};
use crate::text::sentence;

/// The view of a place.
pub(super) fn view_of((place, is_open): (Place, bool)) -> AnyView {
    if place == Place::Start {
        return view! { <StartPage /> }.into_any();
    }
    if !is_open {
        return view! { <NothingOpen place /> }.into_any();
    }
    let parts = use_workspace().parts;
    parts.load(place);
    (move || {
        parts.place(place).unwrap_or_else(|| match parts.failure.get() {
            Some(error) => view! { <NotLoaded place error /> }.into_any(),
            None => view! { <p class="loading" role="status">"Loading…"</p> }.into_any(),
        })
    })
    .into_any()
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

/// A place whose code did not come.
#[component]
fn NotLoaded(place: Place, error: PartError) -> impl IntoView {
    let parts = use_workspace().parts;
    view! {
        <h1 class="visually-hidden">{place.title()}</h1>
        <EmptyState title=format!("{} could not be loaded", place.title()) text=format!("Your plan is safe: {}", sentence(&error))>
            <Button kind=ButtonKind::Primary on_press=move || parts.load(place)>"Try again"</Button>
        </EmptyState>
    }
    .into_any()
}
