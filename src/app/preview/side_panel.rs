//! Beside the requests: the mapping in view, what the application does, and which values did not flow.

use std::sync::Arc;

use leptos::prelude::*;

use super::open_mapping;
use crate::{
    app::{navigation::use_navigation, state::use_workspace},
    catalog::profile_of,
    plan::{AttributeFlowType, MappingSource, ObjectKind},
    simulate::{Flow, Simulation, Step},
};

/// The panel beside the requests.
#[component]
pub(super) fn SidePanel(simulation: Memo<Option<Arc<Simulation>>>, kind: Memo<ObjectKind>) -> impl IntoView {
    let workspace = use_workspace();
    let navigation = use_navigation();
    let highlighted = move || {
        let (kind, index) = workspace.place_of(workspace.looked_at(kind.get())?)?;
        Some(explained(simulation.get().as_ref(), kind, index))
    };
    let missing = move || {
        simulation
            .get()
            .map(|simulation| {
                let missing = simulation.did_not_flow();
                let of = |index| untrack(|| workspace.mapping_at(kind.get(), index));
                missing
                    .map(|(one, reason)| (of(one.mapping), one.target.clone(), reason.to_string()))
                    .collect::<Vec<_>>()
            })
            .unwrap_or_default()
    };
    let left_out = move || simulation.get().map(|simulation| simulation.left_out.clone()).unwrap_or_default();
    // What becomes of a new person, where the application documents it.
    let new_person = move || {
        let matching = workspace.plan.with(|plan| &profile_of(plan).matching);
        let (identifier, sentences) = (matching.identifier?, matching.new_person?);
        let simulation = simulation.get()?;
        let value = simulation.resolved.iter().find(|one| one.target == identifier).and_then(|one| match &one.flow {
            Flow::Value { value, .. } => value.as_str(),
            Flow::DidNotFlow(_) => None,
        });
        Some(value.map_or_else(|| sentences.without.to_owned(), |value| sentences.with.replace("{value}", value)))
    };
    let in_application = move || format!("In {}", workspace.application.get().words.application);
    view! {
        <aside class="preview-side" aria-label="About these requests">
            {move || highlighted().unwrap_or_else(|| view! {
                <section><h3>"The mapping behind a line"</h3><p>"Point to a line, or move the focus to its mapping, to see where the value comes from."</p></section>
            }.into_any())}
            {move || {
                let creates = kind.get() == ObjectKind::User && creates(simulation.get().as_ref());
                new_person().filter(|_| creates).map(|sentence| view! {
                    <section>
                        <h3>{in_application}</h3>
                        <p>{sentence}</p>
                    </section>
                })
            }}
            {move || (!left_out().is_empty()).then(|| view! {
                <section>
                    <h3>"Left out of the group"</h3>
                    <ul class="did-not-flow">
                        {left_out().into_iter().map(|(who, why)| view! { <li><b>{who}</b><span>{why}</span></li> }).collect_view()}
                    </ul>
                </section>
            })}
            {move || (!missing().is_empty()).then(|| view! {
                <section>
                    <h3>"Did not flow " <span class="muted">{move || missing().len()}</span></h3>
                    <ul class="did-not-flow">
                        {move || missing().into_iter().map(|(id, target, reason)| view! {
                            <li>
                                <button type="button" class="link-button" on:click=move |_| if let Some(id) = id { open_mapping(workspace, navigation, id) }><code>{target}</code></button>
                                <span>{reason}</span>
                            </li>
                        }).collect_view()}
                    </ul>
                </section>
            })}
        </aside>
    }
    .into_any()
}

fn creates(simulation: Option<&Arc<Simulation>>) -> bool {
    simulation.is_some_and(|simulation| simulation.requests.iter().any(|request| request.step == Step::Create))
}

fn explained(simulation: Option<&Arc<Simulation>>, kind: ObjectKind, index: usize) -> AnyView {
    let workspace = use_workspace();
    let Some(mapping) = workspace.plan.with(|plan| plan.attribute_mapping(kind, index).cloned()) else {
        return ().into_any();
    };
    let value = simulation.and_then(|simulation| simulation.resolved.get(index).cloned()).map(|one| match one.flow {
        Flow::Value { value, .. } => value.as_str().map_or_else(|| value.to_string(), str::to_owned),
        Flow::DidNotFlow(reason) => reason.to_string(),
    });
    let profile = workspace.plan.with(|plan| profile_of(plan));
    let field = profile.fills(kind, &mapping.target_attribute);
    let in_application = format!("In {}", profile.words.application);
    let source = match &mapping.source {
        MappingSource::Direct { .. } => "Source attribute",
        MappingSource::Constant { .. } => "Constant",
        MappingSource::Expression { .. } => "Expression",
        MappingSource::None => "None",
    };
    let flows = if mapping.flow_type == AttributeFlowType::Always { "always" } else { "only during creation" };
    view! {
        <section>
            <h3><code>{mapping.target_attribute.clone()}</code></h3>
            <dl class="facts">
                <dt>{source}</dt><dd><code>{mapping.source.text().to_owned()}</code></dd>
                <dt>"Value"</dt><dd><code>{value}</code></dd>
                {field.map(|field| view! { <dt>{in_application}</dt><dd>{field.name}</dd> })}
                <dt>"Flows"</dt><dd>{flows}</dd>
            </dl>
        </section>
    }
    .into_any()
}
