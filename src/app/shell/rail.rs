//! The places, down the left side; along the bottom where the screen is narrow.

use leptos::prelude::*;

use crate::app::{
    state::{Place, use_workspace},
    widgets::{Icon, IconName},
};

const fn icon(place: Place) -> IconName {
    match place {
        Place::Start => IconName::Brand,
        Place::Map => IconName::Map,
        Place::People => IconName::Person,
        Place::Preview => IconName::Preview,
        Place::Checklist => IconName::Checklist,
        Place::Export => IconName::Export,
        Place::Settings => IconName::Settings,
    }
}

/// Links to the places.
#[component]
pub(super) fn Rail() -> impl IntoView {
    let workspace = use_workspace();
    let links = Place::RAIL
        .into_iter()
        .map(|place| {
            view! {
                <a
                    href=format!("#{}", place.address())
                    aria-current=move || (workspace.place.get() == place).then_some("page")
                >
                    <Icon name=icon(place) />
                    {place.title()}
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
