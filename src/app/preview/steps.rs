//! The steps that Entra shows on demand: what each one saw, what it decided, and why.

use std::sync::Arc;

use leptos::prelude::*;

use crate::simulate::Simulation;

pub(super) fn steps(simulation: Option<Arc<Simulation>>) -> Vec<AnyView> {
    let Some(simulation) = simulation else { return Vec::new() };
    let numbered = simulation.steps.clone().into_iter().zip(1..);
    numbered
        .map(|(step, number)| {
            let state = step.state.label();
            let details = step.details;
            view! {
                <li class="preview-step" data-state=state>
                    <b>{format!("{number} {}", step.title)} <span class="visually-hidden">{format!(" ({state})")}</span></b>
                    <small>{step.summary}</small>
                    {(!details.is_empty()).then(|| view! {
                        <details>
                            <summary>"Details"</summary>
                            <ul>{details.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
                        </details>
                    })}
                </li>
            }
            .into_any()
        })
        .collect()
}
