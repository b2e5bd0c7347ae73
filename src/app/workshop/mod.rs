//! The workshop: the guide step by step, large enough for a shared screen, with what is decided. It loads on first use.

mod notes;
mod presenter;
mod slide;
mod summary;

use leptos::{prelude::*, task::spawn_local};

use super::{
    parts::{PartError, part},
    state::use_workspace,
    widgets::Dialog,
};
use crate::text::sentence;

type Show = fn() -> AnyView;

part!(workshop_part: Show = || view! { <presenter::Presenter /> }.into_any());

/// The presenter, while it is open.
#[component]
pub fn WorkshopDialog() -> impl IntoView {
    let open = use_workspace().view.workshop_open;
    view! {
        <Dialog open class="dialog presenter" title="Workshop" on_close=move |()| open.set(false)>
            <Loaded />
        </Dialog>
    }
    .into_any()
}

#[component]
fn Loaded() -> impl IntoView {
    let loaded = RwSignal::new(None::<Result<Show, PartError>>);
    spawn_local(async move {
        let part = workshop_part().await;
        loaded.try_set(Some(part));
    });
    move || match loaded.get() {
        None => view! { <p class="loading" role="status">"Loading…"</p> }.into_any(),
        Some(Ok(show)) => show(),
        Some(Err(error)) => {
            let reason = sentence(&error);
            view! { <p role="alert">{format!("The workshop cannot be shown: {reason}")}</p> }.into_any()
        }
    }
}
