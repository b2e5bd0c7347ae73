//! The workshop: the guide step by step, large enough for a shared screen, with what is decided. It loads on first use.

mod notes;
mod presenter;
mod slide;
mod summary;

use leptos::prelude::*;

use super::{
    parts::{part, when_loaded},
    state::use_workspace,
    widgets::Dialog,
};

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
    when_loaded(workshop_part(), "The workshop", |show| show())
}
