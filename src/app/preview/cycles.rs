//! Cycles one after the other, each with the difference that it makes at the target.

use std::sync::Arc;

use leptos::prelude::*;

use super::{changes::Changes, occasion::Occasion, request_view::RequestView};
use crate::{
    app::{
        state::{NamedPerson, use_workspace},
        widgets::{Button, ButtonKind, EmptyState},
    },
    directory::TargetDirectory,
    editor::Identities,
    plan::ObjectKind,
    simulate::{Cycle, PersonInCycle, ValueChange, next_cycle},
    text::counted,
};

/// The cycles that ran, in order, each with the identities of the plan that it used. They are not saved.
pub(super) type Timeline = RwSignal<Vec<(Arc<Cycle>, Arc<Identities>)>>;

/// The timeline, newest first.
#[component]
pub(super) fn Cycles(occasion: Occasion, timeline: Timeline) -> impl IntoView {
    let workspace = use_workspace();
    let run = move || {
        let people: Vec<_> = workspace.people.with_untracked(|people| {
            let chosen = workspace.person.get_untracked();
            let now = |person: &NamedPerson| {
                if person.key == chosen { untrack(|| occasion.now(person)) } else { person.source.clone() }
            };
            people.iter().map(now).collect()
        });
        let target = timeline.with_untracked(|cycles| cycles.last().map(|(cycle, _)| cycle.target.clone()));
        let cycle = workspace
            .plan
            .with_untracked(|plan| next_cycle(plan, &people, &target.unwrap_or_else(TargetDirectory::default)));
        let sent: usize = cycle.people.iter().map(|person| person.simulation.requests.len()).sum();
        timeline.update(|cycles| cycles.push((Arc::new(cycle), workspace.identities.get_untracked())));
        workspace.announce(format!("Cycle {} ran: {}", timeline.with_untracked(Vec::len), counted(sent, "request")));
    };
    let next = move || if timeline.with(Vec::is_empty) { "Run the initial cycle" } else { "Run the next cycle" };
    view! {
        <Changes occasion states=true />
        <div class="cycles-actions">
            <Button kind=ButtonKind::Primary on_press=run>{next}</Button>
            {move || (!timeline.with(Vec::is_empty)).then(|| view! {
                <Button on_press=move || timeline.set(Vec::new())>"Start again"</Button>
            })}
        </div>
        {move || {
            let cycles = timeline.get();
            if cycles.is_empty() {
                return view! { <EmptyState title="No cycle has run yet" text="The initial cycle creates every sample person in scope. Then change a person or the plan, and run the next cycle." /> }.into_any();
            }
            let count = cycles.len();
            let shown = cycles.into_iter().enumerate().rev().map(|(index, (cycle, identities))| view! {
                <OneCycle number=index + 1 newest=index + 1 == count cycle identities />
            });
            view! { <ol class="cycles" reversed>{shown.collect_view()}</ol> }.into_any()
        }}
    }
    .into_any()
}

#[component]
fn OneCycle(number: usize, newest: bool, cycle: Arc<Cycle>, identities: Arc<Identities>) -> impl IntoView {
    let title = if number == 1 { "Initial cycle".to_owned() } else { format!("Cycle {number}") };
    let people = cycle.people.clone().into_iter().map(|person| {
        let identities = Arc::clone(&identities);
        view! { <InCycle person newest identities /> }
    });
    view! {
        <li>
            <h2>{title}</h2>
            <p class="muted">{format!("{} in the target after this cycle", counted(cycle.target.resources.len(), "user"))}</p>
            <ul>{people.collect_view()}</ul>
        </li>
    }
    .into_any()
}

#[component]
fn InCycle(person: PersonInCycle, newest: bool, identities: Arc<Identities>) -> impl IntoView {
    let what = match (person.event, person.simulation.requests.is_empty()) {
        (_, true) => "nothing is sent",
        (None, _) => "seen for the first time",
        (Some(event), _) => event.name(),
    };
    let reason = person.simulation.skip.clone();
    let changes = person.changes.clone();
    let requests = person.simulation.requests.clone();
    let open = newest && !requests.is_empty() && person.event.is_some();
    view! {
        <li class="in-cycle">
            <p><b>{person.label.clone()}</b> " " <span class="in-cycle-event">{what}</span></p>
            {reason.map(|reason| view! { <p class="muted">{reason}</p> })}
            {(!changes.is_empty()).then(|| view! {
                <table class="value-changes">
                    <thead><tr><th scope="col">"Target attribute"</th><th scope="col">"Before"</th><th scope="col">"After"</th></tr></thead>
                    <tbody>{changes.into_iter().map(|change| view! { <ChangedValue change /> }).collect_view()}</tbody>
                </table>
            })}
            {(!requests.is_empty()).then(|| view! {
                <details open=open>
                    <summary>{counted(requests.len(), "request")}</summary>
                    {requests.into_iter().map(|request| view! { <RequestView request kind=ObjectKind::User identities=Arc::clone(&identities) /> }).collect_view()}
                </details>
            })}
        </li>
    }
    .into_any()
}

#[component]
fn ChangedValue(change: ValueChange) -> impl IntoView {
    let shown = |value: Option<serde_json::Value>| match value {
        None | Some(serde_json::Value::Null) => view! { <span class="muted">"none"</span> }.into_any(),
        Some(value) => {
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            view! { <code>{text}</code> }.into_any()
        }
    };
    view! {
        <tr>
            <th scope="row"><code>{change.target}</code></th>
            <td>{shown(change.before)}</td>
            <td>{shown(change.after)}</td>
        </tr>
    }
    .into_any()
}
