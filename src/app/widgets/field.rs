//! A control with its label above and messages below.

use leptos::prelude::*;

/// A label above a control. The children are the control, whose `id` is `control`, and its messages.
#[component]
pub fn Field(
    #[prop(into)] label: String,
    #[prop(into)] control: String,
    #[prop(optional, into)] hint: Option<String>,
    /// Label and control side by side.
    #[prop(optional)]
    inline: bool,
    children: Children,
) -> impl IntoView {
    view! {
        <div class="field" data-inline=inline.then_some("true")>
            <label for=control>{label}</label>
            {children()}
            {hint.map(|hint| view! { <p class="field-hint">{hint}</p> })}
        </div>
    }
    .into_any()
}
