//! The mark of a problem: a shape, a colour, and a word for screen readers.

use leptos::prelude::*;

/// A disc for an error, a triangle for a warning, a square for advice. The shapes are drawn in the colour of their text, so
/// that they stay in forced colours.
#[component]
pub fn SeverityMark(
    /// `error`, `warning` or `advice`.
    #[prop(into)]
    severity: Signal<&'static str>,
) -> impl IntoView {
    let facts = move || match severity.get() {
        "error" => ("Error", "M5 0a5 5 0 1 1 0 10A5 5 0 0 1 5 0z"),
        "warning" => ("Warning", "M5 0l5 10H0z"),
        _ => ("Advice", "M1 0h8q1 0 1 1v8q0 1-1 1H1q-1 0-1-1V1q0-1 1-1z"),
    };
    view! {
        <svg class="severity-mark" viewBox="0 0 10 10" role="img" data-severity=move || severity.get() aria-label=move || facts().0>
            <path d=move || facts().1 />
        </svg>
    }
    .into_any()
}
