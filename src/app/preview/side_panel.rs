//! Beside the requests: the mapping in view, what Staffbase does, and which values did not flow.

use std::sync::Arc;

use leptos::prelude::*;

use super::open_mapping;
use crate::{
    app::{navigation::use_navigation, state::use_workspace},
    catalog::target_attribute,
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
    let identifier = move || {
        simulation.get().and_then(|simulation| {
            let one = simulation.resolved.iter().find(|one| one.target == "externalId")?;
            match &one.flow {
                Flow::Value { value, .. } => value.as_str().map(str::to_owned),
                Flow::DidNotFlow(_) => None,
            }
        })
    };
    view! {
        <aside class="preview-side" aria-label="About these requests">
            {move || highlighted().unwrap_or_else(|| view! {
                <section><h3>"The mapping behind a line"</h3><p>"Point to a line, or move the focus to its mapping, to see where the value comes from."</p></section>
            }.into_any())}
            {move || (kind.get() == ObjectKind::User && creates(simulation.get().as_ref())).then(|| view! {
                <section>
                    <h3>"In Staffbase"</h3>
                    <p>{match identifier() {
                        Some(identifier) => format!(
                            "A pending user with the identifier {identifier}. A person without a primary e-mail address needs another way to sign in."
                        ),
                        None => "Staffbase creates no user without an identifier.".to_owned(),
                    }}</p>
                </section>
            })}
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
    let field = target_attribute(kind, &mapping.target_attribute).and_then(|target| target.staffbase);
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
                {field.map(|field| view! { <dt>"In Staffbase"</dt><dd>{field.name}</dd> })}
                <dt>"Flows"</dt><dd>{flows}</dd>
            </dl>
        </section>
    }
    .into_any()
}
