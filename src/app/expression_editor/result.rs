//! The value of a mapping for the sample person.

use leptos::prelude::*;

use crate::{app::state::use_workspace, simulate::Flow};

/// A value of JSON as a person reads it.
pub fn readable(value: &serde_json::Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// "Result for Anna Müller", or why there is none.
#[component]
pub fn ResultLine(
    /// Its place in the table in view.
    mapping: usize,
) -> impl IntoView {
    let workspace = use_workspace();
    let name = move || {
        let person = workspace.person.get();
        workspace.people.with(|people| people.get(person).map(|person| person.name.clone()).unwrap_or_default())
    };
    let result = move || {
        workspace.resolved.with(|resolved| match resolved.get(mapping).map(|resolved| &resolved.flow) {
            Some(Flow::Value { value, note }) => view! {
                <code class="result-value">{readable(value)}</code>
                {note.clone().map(|note| view! { <small>{note}</small> })}
            }
            .into_any(),
            Some(Flow::DidNotFlow(reason)) => {
                view! { <span class="result-none">{reason.to_string()}</span> }.into_any()
            }
            None => ().into_any(),
        })
    };
    view! {
        <div class="result-line" aria-live="polite">
            <small>{move || format!("Result for {}", name())}</small>
            {result}
        </div>
    }
    .into_any()
}
