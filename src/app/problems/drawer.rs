//! All problems, grouped by severity.

use leptos::prelude::*;

use super::message::FixButtons;
use crate::{
    app::{
        state::use_workspace,
        widgets::{Button, ButtonKind, Icon, IconName, SegmentedControl, SeverityMark},
    },
    expression::Severity,
    lint::Diagnostic,
};

const FILTERS: [Option<Severity>; 4] = [None, Some(Severity::Error), Some(Severity::Warning), Some(Severity::Advice)];

/// The drawer, while it is open.
#[component]
pub fn ProblemsDrawer() -> impl IntoView {
    let workspace = use_workspace();
    let shown = move || workspace.is_open.get() && workspace.view.problems_open.get();
    move || shown().then(|| view! { <OpenDrawer /> })
}

#[component]
fn OpenDrawer() -> impl IntoView {
    let workspace = use_workspace();
    let filter = RwSignal::new(0_usize);
    let analysis = workspace.analysis;
    let plural = move |severity, word: &'static str| {
        move || {
            let count = analysis.with(|analysis| analysis.count(severity));
            let end = if count == 1 || word == "advice" { "" } else { "s" };
            (count > 0).then(|| view! { <span class="problem-count" data-severity=severity.label()>{format!("{count} {word}{end}")}</span> })
        }
    };
    let safe = Memo::new(move |_| {
        analysis.with(|analysis| {
            let first = |problem: &Diagnostic| problem.fixes.iter().find(|fix| fix.safe).cloned();
            analysis.open_problems().filter_map(first).collect::<Vec<_>>()
        })
    });
    let rows = move || {
        let wanted = FILTERS.get(filter.get()).copied().flatten();
        let problems = analysis.with(|analysis| {
            let all = analysis.open_problems().cloned().enumerate();
            all.filter(|(_, problem)| wanted.is_none_or(|wanted| wanted == problem.severity)).collect::<Vec<_>>()
        });
        if problems.is_empty() {
            return view! { <p class="problems-none">"Nothing here: Entra and Staffbase should accept this plan as it is."</p> }.into_any();
        }
        view! { <ul>{problems.into_iter().map(|(at, problem)| view! { <ProblemRow at problem /> }).collect_view()}</ul> }.into_any()
    };
    view! {
        <section class="problems-drawer" aria-label="Problems">
            <header>
                <h2>"Problems"</h2>
                {plural(Severity::Error, "error")}
                {plural(Severity::Warning, "warning")}
                {plural(Severity::Advice, "advice")}
                <span class="spacer"></span>
                <SegmentedControl
                    label="Severity"
                    options=vec!["All", "Errors", "Warnings", "Advice"]
                    selected=filter
                    on_select=move |index| filter.set(index)
                />
                <Button tip="F8" on_press=move || super::step(workspace, true)>"Next"</Button>
                {move || {
                    // Repairs are made one at a time, because each may change what the next is about.
                    safe.get().into_iter().next().map(|fix| {
                        let tip = format!("{} of {} safe repairs", 1, safe.with(Vec::len));
                        view! { <Button tip on_press=move || super::apply_fix(workspace, &fix)>"Fix the first safe one"</Button> }
                    })
                }}
                <Button kind=ButtonKind::Icon label="Close the problems" on_press=move || workspace.view.problems_open.set(false)>
                    <Icon name=IconName::ChevronDown />
                </Button>
            </header>
            <div class="problems-list">{rows}</div>
        </section>
    }
    .into_any()
}

#[component]
fn ProblemRow(at: usize, problem: Diagnostic) -> impl IntoView {
    let workspace = use_workspace();
    let shown = problem.clone();
    let fixes = problem.fixes.clone();
    view! {
        <li data-current=move || (workspace.view.problem.get() == Some(at)).then_some("true")>
            <button
                type="button"
                class="problem-row"
                on:click=move |_| {
                    workspace.view.problem.set(Some(at));
                    super::show(workspace, &shown);
                }
            >
                <SeverityMark severity=problem.severity.label() />
                <code>{problem.code}</code>
                <span title=format!("{} {}", problem.remedy, problem.why)><b>{problem.message}</b> " " {problem.remedy} " " <i>{problem.why}</i></span>
            </button>
            <FixButtons fixes />
        </li>
    }
    .into_any()
}
