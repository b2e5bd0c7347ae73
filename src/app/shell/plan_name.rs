//! The plan's name, edited where it stands, and whether the plan is safe.

use leptos::{ev, prelude::*};

use crate::{
    app::{
        services::files,
        state::{SaveState, use_workspace},
    },
    plan::Edit,
};

/// The name field with the saved state beside it.
#[component]
pub(super) fn PlanName() -> impl IntoView {
    let workspace = use_workspace();
    let name = Memo::new(move |_| workspace.plan.with(|plan| plan.name.clone()));
    let keydown = move |event: ev::KeyboardEvent| {
        if matches!(event.key().as_str(), "Enter" | "Escape") {
            files::focus("place");
        }
    };
    view! {
        <div class="plan-name">
            <span class="plan-name-grow" data-text=move || name.get()>
                <input
                    aria-label="Plan name"
                    placeholder="Name of the plan"
                    size="1"
                    spellcheck="false"
                    autocomplete="off"
                    prop:value=move || name.get()
                    on:input=move |event| {
                        let edit = Edit::RenamePlan { name: event_target_value(&event) };
                        workspace.dispatch(vec![edit], "Rename the plan", Some("plan name"));
                    }
                    on:blur=move |_| workspace.close_step()
                    on:keydown=keydown
                />
            </span>
            <SavedState />
        </div>
    }
    .into_any()
}

#[component]
fn SavedState() -> impl IntoView {
    let workspace = use_workspace();
    move || {
        let state = workspace.save_state.get();
        let name = state.name();
        let label = state.label();
        match state {
            SaveState::Failed(reason) => view! {
                <button
                    type="button"
                    class="saved-state"
                    data-state=name
                    title=format!("{reason} Click to download the plan.")
                    on:click=move |_| files::download_plan(workspace)
                >
                    {label}
                </button>
            }
            .into_any(),
            _ => view! { <span class="saved-state" role="status" data-state=name>{label}</span> }.into_any(),
        }
    }
}
