//! The figures of a rehearsal. Each is a button that filters the table of people.

mod actions;
mod coverage;
mod documents;
mod facts;
mod lists;
mod problems;
mod values;

pub(super) use actions::tone;

use leptos::prelude::*;

use super::{table::Filter, use_rehearsing};
use crate::{analysis::rehearsal::Report, text::grouped};

#[component]
pub(super) fn Figures() -> impl IntoView {
    view! {
        <div class="rehearsal-figures" tabindex="0" role="region" aria-label="Figures">
            <actions::Actions />
            <problems::Problems />
            <lists::Unmatched />
            <lists::Unknown />
            <coverage::CoverageView />
            <values::Values />
            <facts::Facts />
            <lists::Skipped />
            <documents::Documents />
        </div>
    }
    .into_any()
}

/// Something of the report. It changes only when that changes.
fn of_report<T: PartialEq + Send + Sync + 'static>(
    read: impl Fn(&Report) -> T + Send + Sync + 'static,
) -> Memo<Option<T>> {
    let rehearsing = use_rehearsing();
    Memo::new(move |_| rehearsing.report.with(|report| report.as_deref().map(&read)))
}

/// How many people the first cycle provisions: every mapping counts all of them.
fn provisioned(report: &Report) -> usize {
    report.coverage.first().map_or(0, |one| one.counts.iter().sum())
}

/// A figure: a bar with its words and a number. It filters the table.
#[component]
fn Figure(
    #[prop(into)] words: String,
    count: usize,
    of: usize,
    filter: Filter,
    /// The colour of the bar.
    #[prop(default = "plain")]
    tone: &'static str,
    /// Whether the words are a name from the plan.
    #[prop(optional)]
    mono: bool,
) -> impl IntoView {
    let rehearsing = use_rehearsing();
    let own = filter.clone();
    let pressed = move || rehearsing.table.has(&own).to_string();
    view! {
        <button type="button" class="rehearsal-figure" data-tone=tone aria-pressed=pressed
            on:click=move |_| rehearsing.filter(filter.clone())>
            <span class="rehearsal-figure-words" data-mono=mono.then_some("true")>{words}</span>
            <span class="rehearsal-figure-count">{grouped(count)}</span>
            <Bar parts=vec![(tone, count)] of />
        </button>
    }
    .into_any()
}

/// A bar with its parts, as shares of a whole. It repeats what the numbers say.
#[component]
fn Bar(parts: Vec<(&'static str, usize)>, of: usize) -> impl IntoView {
    let part = |(tone, count): (&'static str, usize)| {
        // Tenths of a percent. The smallest share is still visible.
        let share = if count == 0 { 0 } else { (count.saturating_mul(1_000) / of.max(1)).clamp(8, 1_000) };
        let width = format!("{}.{}%", share / 10, share % 10);
        view! { <span data-tone=tone style:width=width></span> }
    };
    view! { <span class="rehearsal-bar" aria-hidden="true">{parts.into_iter().map(part).collect_view()}</span> }
        .into_any()
}
