//! The number of problems, in the top bar. Errors and warnings are told from advice.

use leptos::prelude::*;

use super::counted_problems;
use crate::{
    app::{
        state::{Workspace, use_workspace},
        widgets::{Icon, IconName, SeverityMark},
    },
    expression::Severity,
};

const NONE: &str = "No problems";

/// Opens or closes the list of problems. In a small window the page scrolls, and the list is at its end.
pub fn toggle(workspace: Workspace) {
    let open = workspace.view.problems_open;
    open.update(|open| *open = !*open);
    if open.get_untracked() {
        request_animation_frame(|| {
            let list = document().query_selector(".problems-drawer").ok().flatten();
            let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
            if let Some(list) = list.filter(|list| list.get_bounding_client_rect().top() >= height) {
                list.scroll_into_view();
            }
        });
    }
}

/// The number of problems. It opens and closes the drawer.
#[component]
pub fn ProblemPill() -> impl IntoView {
    let workspace = use_workspace();
    let open = workspace.view.problems_open;
    let counts = Memo::new(move |_| {
        [Severity::Error, Severity::Warning, Severity::Advice]
            .map(|severity| (severity, workspace.problems_of(severity)))
    });
    let word = move || {
        if workspace.engine.with(Option::is_none) {
            return "Checking…";
        }
        match counts.get().map(|(_, count)| count) {
            [0, 0, 0] => NONE,
            [0, 0, _] => "Advice",
            _ => "Problems",
        }
    };
    let name = move || {
        let counts = counts.get().into_iter();
        let counts: Vec<_> = counts.filter_map(|(severity, count)| counted_problems(severity, count)).collect();
        if counts.is_empty() { word().to_owned() } else { format!("{}: {}", word(), counts.join(", ")) }
    };
    let marks = move || {
        let mark = |(severity, count): (Severity, usize)| {
            (count > 0).then(|| view! { <SeverityMark severity=severity.label() /> {count} })
        };
        counts.get().map(mark)
    };
    view! {
        <button
            type="button"
            class="problem-pill"
            aria-expanded=move || if open.get() { "true" } else { "false" }
            aria-label=name
            title=move || format!("{} (F8 goes to the next)", name())
            on:click=move |_| toggle(workspace)
        >
            {move || (word() == NONE).then(|| view! { <Icon name=IconName::Check /> })}
            <span class="word">{word}</span>
            {marks}
        </button>
    }
    .into_any()
}
