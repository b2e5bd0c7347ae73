//! The current place. It loads when you first visit it.

use leptos::prelude::*;

use crate::app::{
    navigation::{Part, PlaceFacts, Purpose, use_navigation},
    parts::{PartError, use_parts},
    widgets::{Button, ButtonKind, EmptyState},
};
use crate::text::sentence;

/// The view of a place.
pub(super) fn view_of((place, is_open): (PlaceFacts, bool)) -> AnyView {
    if !is_open && place.part != Part::Start {
        return view! { <NothingOpen place /> }.into_any();
    }
    let parts = use_parts();
    parts.load(place);
    (move || match (parts.view(place), parts.failure.get()) {
        (Some(view), _) => (view.place)(place.address),
        (None, Some(error)) => view! { <NotLoaded place error /> }.into_any(),
        (None, None) => view! { <p class="loading" role="status">"Loading…"</p> }.into_any(),
    })
    .into_any()
}

/// A place without a plan.
#[component]
fn NothingOpen(place: PlaceFacts) -> impl IntoView {
    let navigation = use_navigation();
    view! {
        <h1 class="visually-hidden">{place.title}</h1>
        <EmptyState title="No plan is open" text="Begin with a starter, or open a saved plan.">
            <Button kind=ButtonKind::Primary on_press=move || navigation.go(Purpose::ChoosePlan)>"Choose a plan"</Button>
        </EmptyState>
    }
    .into_any()
}

/// A place whose code could not be loaded.
#[component]
fn NotLoaded(place: PlaceFacts, error: PartError) -> impl IntoView {
    let parts = use_parts();
    view! {
        <h1 class="visually-hidden">{place.title}</h1>
        <EmptyState title=format!("{} could not be loaded", place.title) text=format!("Your plan is safe. Reason: {}", sentence(&error))>
            <Button kind=ButtonKind::Primary on_press=move || parts.load(place)>"Try again"</Button>
        </EmptyState>
    }
    .into_any()
}
