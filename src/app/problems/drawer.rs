//! All problems, grouped by severity. Equal problems of many rows are one line.

use std::collections::HashSet;

use leptos::prelude::*;

use super::{
    group_row::GroupRow, opened::Opened, problem_row::ProblemRow, repairs_dialog::RepairsDialog, rule_page::RulePage,
    suppressed::Suppressed,
};
use crate::{
    app::{
        navigation::{Purpose, use_navigation},
        state::use_workspace,
        widgets::{Button, ButtonKind, Icon, IconName, RowHeight, RowKind, RowsInView, SegmentedControl, draws},
    },
    editor::{Problem, ProblemGroup, ProblemId, ProblemKind, Proposal, grouped},
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
    let drawer = Opened { page: RwSignal::new(None), unfolded: RwSignal::new(HashSet::new()) };
    let count = move |severity: Severity| {
        move || {
            let words = super::counted_problems(severity, workspace.problems_of(severity));
            words.map(|words| view! { <span class="problem-count" data-severity=severity.label()>{words}</span> })
        }
    };
    let safe = Memo::new(move |_| {
        let plan = workspace.plan.get();
        problems.with(|all| all.iter().filter(|one| super::has_safe_repair(&plan, one)).count())
    });
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
        move || exists.get().then(|| view! { <Group severity drawer /> })
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
                {[Severity::Error, Severity::Warning, Severity::Advice].map(count)}
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
                        <Button tip=format!("Shows {} that need no decision", crate::text::counted(count, "repair")) on_press=move || workspace.view.proposal.set(Some(Proposal::Safe))>"Fix all safe…"</Button>
                    })
                }}
                <Button kind=ButtonKind::Icon label="Close the problems" on_press=move || workspace.view.problems_open.set(false)>
                    <Icon name=IconName::ChevronDown />
                </Button>
            </header>
            <div class="problems-list" id="problems-list" tabindex="-1">{none} <p class="problems-none"><a href=move || navigation.link(Purpose::Rehearse)>"Rehearse"</a> " finds the problems that need the data of your people."</p> {[Severity::Error, Severity::Warning, Severity::Advice].map(group)} <Suppressed /></div>
            <RulePage code=drawer.page />
            <RepairsDialog />
        </section>
    }
    .into_any()
}

/// A line of the drawer.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Line {
    /// One problem.
    One(ProblemId),
    /// Equal problems of several rows.
    Several(ProblemKind),
    /// One of these.
    Member(ProblemId),
}

/// The problems of one severity.
#[component]
fn Group(severity: Severity, drawer: Opened) -> impl IntoView {
    let problems = use_workspace().problems;
    // Each line with the place of its first problem.
    let lines = Memo::new(move |_| {
        let unfolded = drawer.unfolded.get();
        problems.with(|all| {
            // The worst come first, so that those of one severity are neighbours.
            let start = all.iter().position(|one| one.diagnostic.severity == severity).unwrap_or(all.len());
            let of_severity = all.iter().skip(start).take_while(|one| one.diagnostic.severity == severity);
            let of_severity: Vec<Problem> = of_severity.cloned().collect();
            let id = |at: usize| of_severity.get(at).map(|one| one.id.clone());
            let mut lines = Vec::new();
            for group in grouped(&of_severity) {
                match group {
                    ProblemGroup::One(at) => lines.extend(id(at).map(|id| (Line::One(id), start + at))),
                    ProblemGroup::Several(kind, places) => {
                        let is_unfolded = unfolded.contains(&kind);
                        let first = places.first().copied().unwrap_or_default();
                        lines.push((Line::Several(kind), start + first));
                        let members = places.into_iter().filter(|_| is_unfolded);
                        lines.extend(members.filter_map(|at| Some((Line::Member(id(at)?), start + at))));
                    }
                }
            }
            lines
        })
    });
    let count = move || lines.with(Vec::len);
    let problem = move |at: usize| {
        let place = lines.with(|lines| lines.get(at).map(|(_, place)| *place))?;
        problems.with(|all| all.get(place).cloned())
    };
    let rows = RowsInView::new(
        count,
        RowHeight::About(ROW),
        move |at| lines.with(|lines| lines.get(at).map(|(line, _)| line.clone())),
        || None,
    );
    let row = move |line: Option<Line>, at: Memo<usize>| {
        let place = move || (at.get() + 1).to_string();
        let size = move || count().to_string();
        let (id, is_member) = match line? {
            Line::Several(kind) => {
                return Some(
                    view! { <GroupRow kind drawer attr:aria-posinset=place attr:aria-setsize=size /> }.into_any(),
                );
            }
            Line::One(id) => (id, false),
            Line::Member(id) => (id, true),
        };
        let first = untrack(|| problem(at.get()))?;
        let now = Memo::new(move |before: Option<&Problem>| {
            let now = problem(at.get()).filter(|now| now.id == id);
            now.or_else(|| before.cloned()).unwrap_or_else(|| first.clone())
        });
        let view = view! {
            <ProblemRow problem=now page=drawer.page attr:aria-posinset=place attr:aria-setsize=size attr:data-member=is_member.then_some("true") />
        };
        Some(view.into_any())
    };
    let total =
        Memo::new(move |_| problems.with(|all| all.iter().filter(|one| one.diagnostic.severity == severity).count()));
    view! {
        <h3>{move || format!("{} ({})", heading(severity), total.get())}</h3>
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
