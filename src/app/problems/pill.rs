//! The number of problems, in the top bar. Errors and warnings are told from advice.

use leptos::prelude::*;

use super::counted_problems;
use crate::{
    app::{
        state::use_workspace,
        widgets::{Icon, IconName, SeverityMark},
    },
    expression::Severity,
};

const NONE: &str = "No problems";

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
            on:click=move |_| open.update(|open| *open = !*open)
        >
            {move || (word() == NONE).then(|| view! { <Icon name=IconName::Check /> })}
            <span class="word">{word}</span>
            {marks}
        </button>
    }
    .into_any()
}
