//! The navigation: on the left side, or at the bottom of a narrow screen.

use leptos::prelude::*;

use crate::app::{navigation::use_navigation, state::use_workspace, widgets::Icon};

/// Links to the places.
#[component]
pub(super) fn Rail() -> impl IntoView {
    let workspace = use_workspace();
    let navigation = use_navigation();
    let links = navigation
        .with_plan()
        .map(|place| {
            view! {
                <a
                    href=move || navigation.address(place)
                    aria-current=move || (navigation.here() == place).then_some("page")
                >
                    <Icon name=place.icon />
                    {place.title}
                </a>
            }
        })
        .collect_view();
    view! {
        <nav class="rail" aria-label="Places" hidden=move || !workspace.is_open.get()>
            {links}
        </nav>
    }
    .into_any()
}
