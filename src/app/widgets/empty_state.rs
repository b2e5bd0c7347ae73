//! An empty place: what it is for, and the next action.

use leptos::prelude::*;

/// An empty place. The children are the action.
#[component]
pub fn EmptyState(
    #[prop(into)] title: String,
    #[prop(into)] text: String,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <section class="empty-state">
            <h2>{title}</h2>
            <p>{text}</p>
            {children.map(|children| view! { <div class="empty-state-action">{children()}</div> })}
        </section>
    }
    .into_any()
}
