//! The preview: what Entra would send for the sample person in view, each line tied to the mapping that made it.

mod request_view;
mod side_panel;

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    shell::PersonPicker,
    state::{Place, use_workspace},
    widgets::{Button, ButtonKind, CopyButton, EmptyState},
};
use crate::{
    editor::Selection,
    plan::{ObjectKind, Plan},
    simulate::{Simulation, StepState, preview, wire},
};

/// What Entra would send.
#[component]
pub fn PreviewPlace() -> impl IntoView {
    let workspace = use_workspace();
    let simulation = Memo::new(move |_| {
        let people = workspace.people.get();
        let person = people.get(workspace.person.get())?;
        Some(Arc::new(workspace.plan.with(|plan| preview(plan, &person.source))))
    });
    let as_http = Signal::derive(move || {
        let tenant_url = workspace.plan.with(|plan| plan.connection.tenant_url.clone());
        simulation.get().map(|simulation| wire::as_http(&simulation.requests, &tenant_url)).unwrap_or_default()
    });
    let maps_users = Memo::new(move |_| workspace.plan.with(|plan| maps_anything(plan)));
    view! {
        <h1 class="visually-hidden">"Preview"</h1>
        <div class="preview-place">
            <div class="preview-toolbar">
                <PersonPicker />
                <span class="preview-event">"Create"</span>
                <span class="spacer"></span>
                <span class="preview-copy">"As HTTP" <CopyButton text=as_http what="the requests as HTTP" /></span>
            </div>
            {move || if maps_users.get() {
                view! {
                    <ol class="preview-steps" aria-label="Steps of provision on demand">{move || steps(simulation.get())}</ol>
                    <div class="preview-split">
                        <div class="preview-requests">{move || requests(simulation.get())}</div>
                        <side_panel::SidePanel simulation />
                    </div>
                }.into_any()
            } else {
                view! {
                    <EmptyState title="Nothing is mapped yet" text="Map attributes of users, and the request stands here.">
                        <Button kind=ButtonKind::Primary on_press=move || workspace.go(Place::Map)>"Go to the map"</Button>
                    </EmptyState>
                }.into_any()
            }}
        </div>
    }
    .into_any()
}

fn maps_anything(plan: &Plan) -> bool {
    plan.object_mapping(ObjectKind::User).is_some_and(|users| !users.attribute_mappings.is_empty())
}

fn steps(simulation: Option<Arc<Simulation>>) -> Vec<AnyView> {
    let steps = simulation.map(|simulation| simulation.steps.clone()).unwrap_or_default();
    let numbered = steps.into_iter().zip(1..);
    numbered
        .map(|(step, number)| {
            let (state, word) = match step.state {
                StepState::Done => ("done", "done"),
                StepState::Skipped => ("skipped", "skipped"),
                StepState::Failed => ("failed", "failed"),
            };
            view! {
                <li class="preview-step" data-state=state>
                    <b>{format!("{number} {}", step.title)} <span class="visually-hidden">{format!(" ({word})")}</span></b>
                    <small>{step.summary}</small>
                </li>
            }
            .into_any()
        })
        .collect()
}

fn requests(simulation: Option<Arc<Simulation>>) -> Vec<AnyView> {
    let Some(simulation) = simulation else { return Vec::new() };
    let requests = simulation.requests.clone();
    let mut views: Vec<AnyView> =
        requests.into_iter().map(|request| view! { <request_view::RequestView request /> }.into_any()).collect();
    if let Some(reason) = simulation.skip.clone() {
        views.push(view! { <p class="preview-nothing">{reason}</p> }.into_any());
    }
    views
}

/// Shows a mapping in the inspector of the map.
fn open_mapping(workspace: super::state::Workspace, mapping: usize) {
    workspace.selection.set(Selection { kind: ObjectKind::User, mapping: Some(mapping) });
    workspace.go(Place::Map);
}
