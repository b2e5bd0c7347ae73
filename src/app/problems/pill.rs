//! The number of problems, in the top bar.

use leptos::prelude::*;

use crate::{
    app::{state::use_workspace, widgets::SeverityMark},
    expression::Severity,
};

/// The number of problems. It opens and closes the drawer.
#[component]
pub fn ProblemPill() -> impl IntoView {
    let workspace = use_workspace();
    let open = workspace.view.problems_open;
    let count = move |severity| {
        workspace.problems.with(|all| all.iter().filter(|one| one.diagnostic.severity == severity).count())
    };
    let total = move || workspace.problems.with(|all| all.len());
    let part = move |severity: Severity| {
        move || {
            let count = count(severity);
            (count > 0).then(|| view! { <SeverityMark severity=severity.label() /> {count} })
        }
    };
    view! {
        <button
            type="button"
            class="problem-pill"
            aria-expanded=move || if open.get() { "true" } else { "false" }
            aria-label=move || match total() { 0 => "No problems".to_owned(), 1 => "1 problem".to_owned(), total => format!("{total} problems") }
            title="Problems (F8 goes to the next)"
            on:click=move |_| open.update(|open| *open = !*open)
        >
            {part(Severity::Error)}
            {part(Severity::Warning)}
            {part(Severity::Advice)}
            <span class="word">{move || match total() {
                0 if workspace.engine.with(Option::is_none) => "Checking…",
                0 => "No problems",
                _ => "problems",
            }}</span>
        </button>
    }
    .into_any()
}
