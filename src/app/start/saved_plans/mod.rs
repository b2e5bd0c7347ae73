//! The plans in this browser. Their list is a part of the app: a first visit has no plan.

mod damaged_row;
mod deleted_row;
mod list;
mod row;

use leptos::{prelude::*, task::spawn_local};

use crate::{
    app::{
        parts::{PartError, part},
        services::Autosave,
        widgets::Button,
    },
    text::{capitalised, sentence},
};

/// Shows the list.
type ShowPlans = fn() -> AnyView;

part!(saved_plans_part: ShowPlans = || view! { <list::PlanList /> }.into_any());

/// The list, once there is a plan and the list is loaded.
#[component]
pub(super) fn SavedPlans() -> impl IntoView {
    let autosave = expect_context::<Autosave>();
    let list = RwSignal::new(None::<Result<ShowPlans, PartError>>);
    let load = move || {
        spawn_local(async move {
            if !autosave.is_empty().await {
                let part = saved_plans_part().await;
                list.try_set(Some(part));
            }
        });
    };
    Effect::new(move || {
        autosave.changes();
        if !matches!(list.get_untracked(), Some(Ok(_))) {
            load();
        }
    });
    move || match list.get()? {
        Ok(show) => Some(show()),
        Err(reason) => Some(view! { <Fault reason=capitalised(&sentence(&reason)) on_retry=load /> }.into_any()),
    }
}

/// Why the plans are not listed.
#[component]
fn Fault(reason: String, #[prop(into)] on_retry: Callback<()>) -> impl IntoView {
    view! {
        <div class="saved-plans-fault" role="alert">
            <p><b>"The saved plans cannot be listed."</b> " " {reason}</p>
            <Button on_press=on_retry>"Try again"</Button>
        </div>
    }
    .into_any()
}
