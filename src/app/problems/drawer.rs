//! All problems, grouped by severity.

use leptos::prelude::*;

use super::{problem_row::ProblemRow, rule_page::RulePage, suppressed::Suppressed};
use crate::{
    analysis::safe_repairs,
    app::{
        navigation::{Purpose, use_navigation},
        state::use_workspace,
        widgets::{Button, ButtonKind, Icon, IconName, RowHeight, RowKind, RowsInView, SegmentedControl, draws},
    },
    editor::{Problem, ProblemId},
    expression::Severity,
};

/// About the height of a row: style/components/problems-drawer.css.
const ROW: f64 = 34.0;

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
    let navigation = use_navigation();
    let filter = RwSignal::new(0_usize);
    let problems = workspace.problems;
    let plural = move |severity, word: &'static str| {
        move || {
            let of_severity = |one: &&Problem| one.diagnostic.severity == severity;
            let count = problems.with(|all| all.iter().filter(of_severity).count());
            let end = if count == 1 || word == "advice" { "" } else { "s" };
            (count > 0).then(|| view! { <span class="problem-count" data-severity=severity.label()>{format!("{count} {word}{end}")}</span> })
        }
    };
    let safe = Memo::new(move |_| {
        problems.with(|all| all.iter().filter(|one| one.diagnostic.fixes.iter().any(|fix| fix.safe)).count())
    });
    let fix_all = move || {
        let people: Vec<_> =
            workspace.people.with_untracked(|people| people.iter().map(|person| person.source.clone()).collect());
        let repairs = workspace.plan.with_untracked(|plan| safe_repairs(plan, &people));
        let count = repairs.labels.len();
        workspace.dispatch(repairs.edits, "Make all safe repairs", None);
        let repairs = if count == 1 { "repair" } else { "repairs" };
        workspace.announce(format!("Made {count} {repairs}. Ctrl+Z undoes them."));
    };
    let page = RwSignal::new(None::<&'static str>);
    let wanted = move || FILTERS.get(filter.get()).copied().flatten();
    let is_empty = Memo::new(move |_| {
        let wanted = wanted();
        problems.with(|all| !all.iter().any(|one| wanted.is_none_or(|wanted| wanted == one.diagnostic.severity)))
    });
    let group = move |severity: Severity| {
        let is_wanted = move || wanted().is_none_or(|wanted| wanted == severity);
        let exists = Memo::new(move |_| {
            is_wanted() && problems.with(|all| all.iter().any(|one| one.diagnostic.severity == severity))
        });
        move || exists.get().then(|| view! { <Group severity page /> })
    };
    let none = move || {
        is_empty.get().then(|| {
            view! { <p class="problems-none">{format!("No problems here. Entra and {} should accept this plan.", workspace.application.get().words.application)}</p> }
        })
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
                <Button tip="F8" on_press=move || super::step(workspace, navigation, true)>"Next"</Button>
                {move || {
                    let count = safe.get();
                    (count > 0).then(|| view! {
                        <Button tip=format!("Repairs {} without deleting anything", crate::text::counted(count, "problem")) on_press=fix_all>"Fix all safe"</Button>
                    })
                }}
                <Button kind=ButtonKind::Icon label="Close the problems" on_press=move || workspace.view.problems_open.set(false)>
                    <Icon name=IconName::ChevronDown />
                </Button>
            </header>
            <div class="problems-list">{none} <p class="problems-none"><a href=navigation.link(Purpose::Rehearse)>"Rehearse"</a> " finds the problems that need the data of your people."</p> {[Severity::Error, Severity::Warning, Severity::Advice].map(group)} <Suppressed /></div>
            <RulePage code=page />
        </section>
    }
    .into_any()
}

/// The problems of one severity.
#[component]
fn Group(severity: Severity, page: RwSignal<Option<&'static str>>) -> impl IntoView {
    let problems = use_workspace().problems;
    // The worst come first, so that those of one severity are neighbours.
    let places = Memo::new(move |_| {
        problems.with(|all| {
            let start = all.iter().position(|one| one.diagnostic.severity == severity).unwrap_or(all.len());
            let end = all.iter().rposition(|one| one.diagnostic.severity == severity).map_or(start, |last| last + 1);
            (start, end)
        })
    });
    let problem = move |at: usize| problems.with(|all| all.get(places.get().0 + at).cloned());
    let count = move || {
        let (start, end) = places.get();
        end - start
    };
    let rows = RowsInView::new(
        count,
        RowHeight::About(ROW),
        move |at| problems.with(|all| all.get(places.get().0 + at).map(|one| one.id.clone())),
        || None,
    );
    let row = move |id: Option<ProblemId>, at: Memo<usize>| {
        let first = untrack(|| problem(at.get()))?;
        let now = Memo::new(move |before: Option<&Problem>| {
            let now = problem(at.get()).filter(|now| Some(&now.id) == id.as_ref());
            now.or_else(|| before.cloned()).unwrap_or_else(|| first.clone())
        });
        let place = move || (at.get() + 1).to_string();
        Some(
            view! { <ProblemRow problem=now page attr:aria-posinset=place attr:aria-setsize=move || count().to_string() /> },
        )
    };
    view! {
        <h3>{move || format!("{} ({})", heading(severity), count())}</h3>
        <ul aria-label=heading(severity) use:draws=rows.drawn(RowKind::Item, row)></ul>
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
