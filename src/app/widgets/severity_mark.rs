//! The mark of a problem: a shape, a colour, and a word for screen readers.

use leptos::prelude::*;

/// A disc for an error, a triangle for a warning, a square for advice.
#[component]
pub fn SeverityMark(
    /// `error`, `warning` or `advice`.
    #[prop(into)]
    severity: Signal<&'static str>,
) -> impl IntoView {
    let word = move || match severity.get() {
        "error" => "Error",
        "warning" => "Warning",
        _ => "Advice",
    };
    view! { <span class="severity-mark" role="img" data-severity=move || severity.get() aria-label=word></span> }
        .into_any()
}
