//! The plan's name as a field, and whether the plan is safe.

use leptos::{ev, prelude::*};

use crate::{
    app::{
        navigation::{Purpose, use_navigation},
        plan_field::plan_field,
        services::{Autosave, files},
        state::{ReadOnly, SaveState, use_workspace},
        widgets::{TextInput, moment, time_of_day, use_field_drafts},
    },
    editor::MergeKey,
    plan::Edit,
};

/// The name field with the saved state beside it.
#[component]
pub(super) fn PlanName() -> impl IntoView {
    let workspace = use_workspace();
    let name = Memo::new(move |_| workspace.plan.with(|plan| plan.name.clone()));
    let entry =
        plan_field(MergeKey::PlanName, "Rename the plan", name.into(), |name| Some(vec![Edit::RenamePlan { name }]));
    let keydown = move |event: ev::KeyboardEvent| {
        if matches!(event.key().as_str(), "Enter" | "Escape") {
            files::focus("place");
        }
    };
    view! {
        <div class="plan-name">
            <span class="plan-name-grow" data-text=move || name.get() on:keydown=keydown>
                <TextInput entry label="Plan name" placeholder="Name of the plan" size="1" />
            </span>
            <TargetLink />
            <SavedState />
            <SavedTime />
        </div>
    }
    .into_any()
}

/// The application that the plan is for, with the way to change it.
#[component]
fn TargetLink() -> impl IntoView {
    let workspace = use_workspace();
    let navigation = use_navigation();
    let application = workspace.application;
    move || {
        let name = application.get().name;
        (!name.is_empty()).then(|| {
            let label = format!("Application: {name}. Change it in Settings");
            view! { <a class="plan-target" href=move || navigation.link(Purpose::EditSettings) aria-label=label title="The application that the plan is for">{name}</a> }
        })
    }
}

/// When the plan was saved, where there is room. It is beside the state, so that a screen reader does not repeat it.
#[component]
fn SavedTime() -> impl IntoView {
    let (workspace, drafts) = (use_workspace(), use_field_drafts());
    move || {
        let state = workspace.save_state.get().while_editing(drafts.is_editing());
        let is_shown = state == SaveState::Saved && workspace.read_only.get().is_none();
        let saved = workspace.saved_at.get();
        (is_shown && saved > 0).then(|| {
            view! { <time class="saved-time" title=format!("Saved {}", moment(saved))>{time_of_day(saved)}</time> }
        })
    }
}

#[component]
fn SavedState() -> impl IntoView {
    let workspace = use_workspace();
    let drafts = use_field_drafts();
    let autosave = expect_context::<Autosave>();
    let state = Memo::new(move |_| workspace.save_state.get().while_editing(drafts.is_editing()));
    move || {
        if let Some(read_only) = workspace.read_only.get() {
            let take_over = (read_only == ReadOnly::OtherTab).then(|| {
                view! {
                    <button type="button" class="take-over" on:click=move |_| autosave.take_over()>"Take over"</button>
                }
            });
            return view! {
                <span class="saved-state" role="status" data-state="read-only" title=read_only.reason()>"Read-only"</span>
                {take_over}
            }
            .into_any();
        }
        let state = state.get();
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
