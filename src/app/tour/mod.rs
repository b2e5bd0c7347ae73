//! The tour of two minutes. The first visit offers it once; after that, it starts from the list of commands and from the
//! help. It loads on first use.

mod card;

use leptos::{prelude::*, task::spawn_local};

use super::{
    parts::part,
    state::{Notice, use_workspace},
    widgets::{Button, ButtonKind},
};
use crate::text::{capitalised, sentence};

type Show = fn() -> AnyView;

part!(tour_part: Show = || view! { <card::TourCard /> }.into_any());

/// The tour, while it is open.
#[component]
pub fn Tour() -> impl IntoView {
    let open = use_workspace().view.tour_open;
    move || open.get().then(|| view! { <Loaded /> })
}

#[component]
fn Loaded() -> impl IntoView {
    let workspace = use_workspace();
    let loaded = RwSignal::new(None::<Show>);
    spawn_local(async move {
        match tour_part().await {
            Ok(show) => drop(loaded.try_set(Some(show))),
            Err(error) => {
                workspace.view.tour_open.set(false);
                let reason = capitalised(&sentence(&error));
                workspace.notice.set(Some(Notice::error("The tour cannot be shown.", reason)));
            }
        }
    });
    move || loaded.get().map(|show| show())
}

/// Offers the tour on the first visit.
#[component]
pub fn TourOffer() -> impl IntoView {
    let workspace = use_workspace();
    let offered = workspace.preferences.tour_offered;
    let start = move || {
        offered.set(false);
        workspace.view.tour_open.set(true);
    };
    move || {
        offered.get().then(|| {
            view! {
                <aside class="tour-offer" aria-label="Tour">
                    <p>"New here? The tour takes two minutes."</p>
                    <Button on_press=start>"Start the tour"</Button>
                    <Button kind=ButtonKind::Quiet on_press=move || offered.set(false)>"Skip"</Button>
                </aside>
            }
        })
    }
}
