//! One problem: what is wrong, its repairs, its rule, and the way to live with it.

use leptos::{ev, html, prelude::*};

use super::message::FixButtons;
use crate::{
    app::{
        state::use_workspace,
        widgets::{Button, ButtonKind, SeverityMark},
    },
    lint::Diagnostic,
    plan::{Edit, Suppression},
};

/// A row of the drawer.
#[component]
pub(super) fn ProblemRow(
    /// Its place in the list of open problems.
    at: usize,
    problem: Diagnostic,
    /// The rule whose page is shown.
    page: RwSignal<Option<&'static str>>,
) -> impl IntoView {
    let workspace = use_workspace();
    let asks = RwSignal::new(false);
    let shown = problem.clone();
    let fixes = problem.fixes.clone();
    let code = problem.code;
    let target = StoredValue::new(problem.target.clone());
    view! {
        <li data-current=move || (workspace.view.problem.get() == Some(at)).then_some("true")>
            <SeverityMark severity=problem.severity.label() />
            <button type="button" class="problem-code" aria-label=format!("About rule {code}") title="About this rule" on:click=move |_| page.set(Some(code))>
                <code>{code}</code>
            </button>
            <button
                type="button"
                class="problem-row"
                on:click=move |_| {
                    workspace.view.problem.set(Some(at));
                    super::show(workspace, &shown);
                }
            >
                <span title=format!("{} {}", problem.remedy, problem.why)><b>{problem.message}</b> " " {problem.remedy} " " <i>{problem.why}</i></span>
            </button>
            <FixButtons fixes />
            <Button kind=ButtonKind::Quiet label=format!("Suppress {code}") on_press=move || asks.update(|asks| *asks = !*asks)>"Suppress…"</Button>
            {move || asks.get().then(|| view! { <Reason code target asks /> })}
        </li>
    }
    .into_any()
}

/// Asks why a problem is accepted: without a reason it is not suppressed.
#[component]
fn Reason(code: &'static str, target: StoredValue<Option<String>>, asks: RwSignal<bool>) -> impl IntoView {
    let workspace = use_workspace();
    let reason = RwSignal::new(String::new());
    let input = NodeRef::<html::Input>::new();
    Effect::new(move || {
        if let Some(input) = input.get() {
            let _ = input.focus();
        }
    });
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let reason = reason.get_untracked().trim().to_owned();
        if reason.is_empty() {
            return;
        }
        let suppression = Suppression { rule: code.to_owned(), target: target.get_value(), reason };
        workspace.dispatch(vec![Edit::Suppress { suppression }], &format!("Suppress {code}"), None);
        workspace.announce(format!("{code} is suppressed. Its reason stands in every export."));
    };
    view! {
        <form class="problem-reason" on:submit=submit on:keydown=move |event| if event.key() == "Escape" { asks.set(false) }>
            <input
                node_ref=input
                aria-label=format!("Why {code} is accepted")
                placeholder="Why this is accepted (it stands in every export)"
                autocomplete="off"
                required=true
                prop:value=move || reason.get()
                on:input=move |event| reason.set(event_target_value(&event))
            />
            <button type="submit" class="button" data-kind="plain">"Suppress"</button>
            <Button kind=ButtonKind::Quiet on_press=move || asks.set(false)>"Cancel"</Button>
        </form>
    }
    .into_any()
}
