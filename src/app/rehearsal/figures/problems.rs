//! The problems of the people, the worst first.

use leptos::prelude::*;

use super::of_report;
use crate::{
    analysis::rehearsal::{ReportedProblem, ValueCount},
    app::{
        rehearsal::{table::Filter, use_rehearsing},
        widgets::SeverityMark,
    },
    text::grouped,
};

/// How many wrong values of a problem are shown.
const VALUES: usize = 5;

#[component]
pub(super) fn Problems() -> impl IntoView {
    let problems = of_report(|report| report.problems.clone());
    move || {
        let problems = problems.get()?;
        let count = problems.len();
        let list = if problems.is_empty() {
            view! { <p class="muted">"No problems with these people."</p> }.into_any()
        } else {
            let rows = problems.into_iter().map(|problem| view! { <ProblemView problem /> });
            view! { <ul class="rehearsal-problems">{rows.collect_view()}</ul> }.into_any()
        };
        Some(view! {
            <section>
                <h3>"Problems " <span class="muted">{count}</span></h3>
                {list}
            </section>
        })
    }
}

#[component]
fn ProblemView(problem: ReportedProblem) -> impl IntoView {
    let rehearsing = use_rehearsing();
    let severity = problem.severity.label();
    let filter = Filter::Problem(problem.code.clone());
    let own = filter.clone();
    let message = problem.message.clone();
    let head = if problem.is_about_people {
        let pressed = move || rehearsing.table.has(&own).to_string();
        view! {
            <button type="button" class="rehearsal-problem" aria-pressed=pressed on:click=move |_| rehearsing.filter(filter.clone())>
                <SeverityMark severity />
                <span>{message}</span>
            </button>
        }
        .into_any()
    } else {
        view! { <p class="rehearsal-problem"><SeverityMark severity /> <span>{message}</span></p> }.into_any()
    };
    let code = problem.code.clone();
    let value = move |ValueCount { value, people }: ValueCount| {
        let (code, text) = (code.clone(), value.clone());
        let find = move |_| {
            rehearsing.filter_both(Filter::Problem(code.clone()), &text);
        };
        view! { <li><button type="button" class="link-button" on:click=find><code>{value}</code> {format!(" {}", grouped(people))}</button></li> }
    };
    let values = problem.values.into_iter().take(VALUES).map(value).collect_view();
    view! {
        <li data-severity=severity>
            {head}
            <ul class="rehearsal-problem-values">{values}</ul>
            <details>
                <summary>{format!("{}: why, and what to do", problem.code)}</summary>
                <p>{problem.why}</p>
                <p>{problem.remedy}</p>
            </details>
        </li>
    }
    .into_any()
}
