//! The value of a mapping for the sample person.

use leptos::prelude::*;

use crate::{app::state::use_workspace, editor::MappingId, simulate::Flow, text::capitalised};

/// A value of JSON as a person reads it.
pub fn readable(value: &serde_json::Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// "Result for Anna Müller", or why there is none.
#[component]
pub fn ResultLine(
    /// The mapping, of the selected tab.
    mapping: MappingId,
) -> impl IntoView {
    let workspace = use_workspace();
    let name = move || workspace.person_in_view(|person| person.name.clone()).unwrap_or_default();
    let result = move || {
        workspace.value_of(mapping, |resolved| match &resolved.flow {
            Flow::Value { value, note } => view! {
                <code class="result-value">{readable(value)}</code>
                {note.clone().map(|note| view! { <small>{note}</small> })}
            }
            .into_any(),
            Flow::DidNotFlow(reason) => {
                view! { <span class="result-none">{capitalised(&reason.to_string())}</span> }.into_any()
            }
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
