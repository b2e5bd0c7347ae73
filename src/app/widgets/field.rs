//! A labelled control with what belongs under it.

use leptos::prelude::*;

/// A label over a control. The children hold the control, whose `id` is `control`, and messages under it.
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
