//! What each target attribute gets from the people whom the first cycle provisions.

use leptos::prelude::*;

use super::{Bar, Figure, of_report, provisioned};
use crate::{
    analysis::rehearsal::{Coverage, State},
    app::rehearsal::{table::Filter, use_rehearsing},
    text::grouped,
};

#[component]
pub(super) fn CoverageView() -> impl IntoView {
    let coverage = of_report(|report| (report.summary.people, provisioned(report), report.coverage.clone()));
    move || {
        coverage.get().map(|(people, provisioned, coverage)| {
            let rows = coverage.into_iter().map(|figure| view! { <Row figure of=provisioned /> });
            view! {
                <section>
                    <h3>"Coverage"</h3>
                    <Figure words="In scope and active" count=provisioned of=people filter=Filter::Provisioned />
                    <ul class="rehearsal-coverage">{rows.collect_view()}</ul>
                </section>
            }
        })
    }
}

#[component]
fn Row(figure: Coverage, of: usize) -> impl IntoView {
    let rehearsing = use_rehearsing();
    let states = State::ALL.into_iter().zip(figure.counts).filter(|(_, count)| *count > 0);
    let parts: Vec<_> = states.clone().map(|(state, count)| (tone(state), count)).collect();
    let target = figure.target.clone();
    let buttons = states.map(|(state, count)| {
        let filter = Filter::State(figure.target.clone(), state);
        let own = filter.clone();
        let pressed = move || rehearsing.table.has(&own).to_string();
        let words = format!("{} {}", grouped(count), words(state));
        let label = format!("{}: {words}", figure.target);
        view! {
            <button type="button" class="rehearsal-state" data-tone=tone(state) aria-pressed=pressed aria-label=label
                on:click=move |_| rehearsing.filter(filter.clone())>{words}</button>
        }
    });
    view! {
        <li>
            <code>{target}</code>
            <Bar parts of />
            <span class="rehearsal-states">{buttons.collect_view()}</span>
        </li>
    }
    .into_any()
}

/// The words after a number of people.
const fn words(state: State) -> &'static str {
    match state {
        State::Value => "with a value",
        State::Default => "with the default value",
        State::Empty => "empty",
        State::Unknown => "not known",
        State::Failed => "with an error",
    }
}

/// The colour of a state.
const fn tone(state: State) -> &'static str {
    match state {
        State::Value => "create",
        State::Default => "update",
        State::Empty => "skip",
        State::Unknown => "remove",
        State::Failed => "error",
    }
}
