//! One problem: what is wrong, its repairs, its rule, and the way to accept it.

use leptos::{ev, html, prelude::*};

use super::message::FixButtons;
use crate::{
    app::{
        navigation::use_navigation,
        state::use_workspace,
        widgets::{Button, ButtonKind, Entry, SeverityMark, TextInput},
    },
    editor::Problem,
    plan::{Edit, Suppression},
};

/// A row of the drawer.
#[component]
pub(super) fn ProblemRow(
    /// The current problem of this row.
    problem: Memo<Problem>,
    /// The rule whose page is shown.
    page: RwSignal<Option<&'static str>>,
) -> impl IntoView {
    let workspace = use_workspace();
    let navigation = use_navigation();
    let (code, target) = problem.with_untracked(|one| (one.diagnostic.code, one.diagnostic.target.clone()));
    let id = StoredValue::new(problem.with_untracked(|one| one.id.clone()));
    let reason = Entry::form(format!("suppress {code} {}", target.as_deref().unwrap_or_default()));
    // A reason that was left half typed is shown again, without taking the focus.
    let asks = RwSignal::new(!reason.text_now().is_empty());
    let takes_focus = StoredValue::new(false);
    let ask = move || {
        takes_focus.set_value(true);
        asks.update(|asks| *asks = !*asks);
    };
    let target = StoredValue::new(target);
    let fixes = Memo::new(move |_| problem.with(|one| one.diagnostic.fixes.clone()));
    view! {
        <li data-current=move || (workspace.view.problem.get() == Some(id.get_value())).then_some("true")>
            <SeverityMark severity=Signal::derive(move || problem.with(|one| one.diagnostic.severity.label())) />
            <button type="button" class="problem-code" aria-label=format!("About rule {code}") title="About this rule" on:click=move |_| page.set(Some(code))>
                <code>{code}</code>
            </button>
            <button
                type="button"
                class="problem-row"
                on:click=move |_| super::show(workspace, navigation, &problem.get_untracked())
            >
                {move || problem.with(|Problem { diagnostic: problem, .. }| view! {
                    <span title=format!("{} {}", problem.remedy, problem.why)>
                        <b>{problem.message.clone()}</b> " " {problem.remedy.to_string()} " " <i>{problem.why.to_string()}</i>
                    </span>
                })}
            </button>
            {move || view! { <FixButtons fixes=fixes.get() /> }}
            <Button kind=ButtonKind::Quiet label=format!("Suppress {code}") on_press=ask>"Suppress…"</Button>
            {move || asks.get().then(|| view! { <Reason code target reason asks takes_focus /> })}
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
    takes_focus: StoredValue<bool>,
) -> impl IntoView {
    let workspace = use_workspace();
    let input = NodeRef::<html::Input>::new();
    Effect::new(move || {
        if let Some(input) = input.get().filter(|_| takes_focus.get_value()) {
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
        workspace.tell(format!("{code} is suppressed. Every export shows the reason."));
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
