//! All problems, grouped by severity.

use leptos::prelude::*;

use super::{problem_row::ProblemRow, rule_page::RulePage, suppressed::Suppressed};
use crate::{
    analysis::safe_repairs,
    app::{
        state::use_workspace,
        widgets::{Button, ButtonKind, Icon, IconName, SegmentedControl},
    },
    expression::Severity,
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
        analysis.with(|analysis| analysis.open_problems().filter(|one| one.fixes.iter().any(|fix| fix.safe)).count())
    });
    let fix_all = move || {
        let people: Vec<_> =
            workspace.people.with_untracked(|people| people.iter().map(|person| person.source.clone()).collect());
        let repairs = workspace.plan.with_untracked(|plan| safe_repairs(plan, &people));
        let count = repairs.labels.len();
        workspace.dispatch(repairs.edits, "Make all safe repairs", None);
        let repairs = if count == 1 { "repair" } else { "repairs" };
        workspace.announce(format!("Made {count} {repairs}. Ctrl+Z takes them back."));
    };
    let page = RwSignal::new(None::<&'static str>);
    let rows = move || {
        let wanted = FILTERS.get(filter.get()).copied().flatten();
        let problems = analysis.with(|analysis| {
            let all = analysis.open_problems().cloned().enumerate();
            all.filter(|(_, problem)| wanted.is_none_or(|wanted| wanted == problem.severity)).collect::<Vec<_>>()
        });
        if problems.is_empty() {
            return view! { <p class="problems-none">"Nothing here: Entra and Staffbase should accept this plan as it is."</p> }.into_any();
        }
        [Severity::Error, Severity::Warning, Severity::Advice]
            .into_iter()
            .map(|severity| {
                let group: Vec<_> =
                    problems.iter().filter(|(_, problem)| problem.severity == severity).cloned().collect();
                (!group.is_empty()).then(|| {
                    let title = format!("{} ({})", heading(severity), group.len());
                    let rows = group.into_iter().map(|(at, problem)| view! { <ProblemRow at problem page /> });
                    view! { <h3>{title}</h3> <ul aria-label=heading(severity)>{rows.collect_view()}</ul> }.into_any()
                })
            })
            .collect_view()
            .into_any()
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
                    let count = safe.get();
                    (count > 0).then(|| view! {
                        <Button tip=format!("{count} can be repaired without taking anything away") on_press=fix_all>"Fix all safe"</Button>
                    })
                }}
                <Button kind=ButtonKind::Icon label="Close the problems" on_press=move || workspace.view.problems_open.set(false)>
                    <Icon name=IconName::ChevronDown />
                </Button>
            </header>
            <div class="problems-list">{rows} <Suppressed /></div>
            <RulePage code=page />
        </section>
    }
    .into_any()
}

const fn heading(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "Errors",
        Severity::Warning => "Warnings",
        Severity::Advice => "Advice",
    }
}
