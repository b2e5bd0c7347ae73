//! One problem: what is wrong, its repairs, its rule, and the way to accept it.

use leptos::{ev, html, prelude::*};

use super::{keyed::KeyedProblem, message::FixButtons};
use crate::{
    app::{
        state::use_workspace,
        widgets::{Button, ButtonKind, Entry, SeverityMark, TextInput},
    },
    plan::{Edit, Suppression},
};

/// A row of the drawer.
#[component]
pub(super) fn ProblemRow(
    /// The problem as it is now.
    row: Memo<KeyedProblem>,
    /// The rule whose page is shown.
    page: RwSignal<Option<&'static str>>,
) -> impl IntoView {
    let workspace = use_workspace();
    let (code, target) = row.with_untracked(|row| (row.problem.code, row.problem.target.clone()));
    let reason = Entry::form(format!("suppress {code} {}", target.as_deref().unwrap_or_default()));
    // A reason that was left half typed is shown again.
    let asks = RwSignal::new(!reason.text_now().is_empty());
    let target = StoredValue::new(target);
    let fixes = Memo::new(move |_| row.with(|row| row.problem.fixes.clone()));
    view! {
        <li data-current=move || (workspace.view.problem.get() == Some(row.with(|row| row.at))).then_some("true")>
            <SeverityMark severity=Signal::derive(move || row.with(|row| row.problem.severity.label())) />
            <button type="button" class="problem-code" aria-label=format!("About rule {code}") title="About this rule" on:click=move |_| page.set(Some(code))>
                <code>{code}</code>
            </button>
            <button
                type="button"
                class="problem-row"
                on:click=move |_| {
                    let row = row.get_untracked();
                    workspace.view.problem.set(Some(row.at));
                    super::show(workspace, &row.problem);
                }
            >
                {move || row.with(|KeyedProblem { problem, .. }| view! {
                    <span title=format!("{} {}", problem.remedy, problem.why)>
                        <b>{problem.message.clone()}</b> " " {problem.remedy} " " <i>{problem.why}</i>
                    </span>
                })}
            </button>
            {move || view! { <FixButtons fixes=fixes.get() /> }}
            <Button kind=ButtonKind::Quiet label=format!("Suppress {code}") on_press=move || asks.update(|asks| *asks = !*asks)>"Suppress…"</Button>
            {move || asks.get().then(|| view! { <Reason code target reason asks /> })}
        </li>
    }
    .into_any()
}

/// Asks why a problem is accepted. A suppression needs a reason.
#[component]
fn Reason(
    code: &'static str,
    target: StoredValue<Option<String>>,
    reason: Entry,
    asks: RwSignal<bool>,
) -> impl IntoView {
    let workspace = use_workspace();
    let input = NodeRef::<html::Input>::new();
    Effect::new(move || {
        if let Some(input) = input.get() {
            let _ = input.focus();
        }
    });
    let cancel = move || {
        reason.clear();
        asks.set(false);
    };
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let text = reason.text_now().trim().to_owned();
        if text.is_empty() {
            return;
        }
        reason.clear();
        let suppression = Suppression { rule: code.to_owned(), target: target.get_value(), reason: text };
        workspace.dispatch(vec![Edit::Suppress { suppression }], &format!("Suppress {code}"), None);
        workspace.announce(format!("{code} is suppressed. Every export shows the reason."));
    };
    view! {
        <form class="problem-reason" on:submit=submit on:keydown=move |event| if event.key() == "Escape" { cancel() }>
            <TextInput
                entry=reason
                node_ref=input
                label=format!("Why {code} is accepted")
                placeholder="Why you accept this (every export shows it)"
                required=true
            />
            <button type="submit" class="button" data-kind="plain">"Suppress"</button>
            <Button kind=ButtonKind::Quiet on_press=cancel>"Cancel"</Button>
        </form>
    }
    .into_any()
}
