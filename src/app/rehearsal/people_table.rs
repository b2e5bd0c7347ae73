//! The people: search, filters as chips, the choice of columns, and the table.

use std::time::Duration;

use leptos::prelude::*;

use super::{
    people_grid::PeopleGrid,
    table::{ColumnName, FIXED, Filter},
    use_rehearsing,
};
use crate::{
    app::widgets::{Button, Check, Entry, Icon, IconName, TextInput},
    directory::people_file::Side,
    text::grouped,
};

/// Milliseconds without a key before the search begins.
const PATIENCE: u64 = 150;

#[component]
pub(super) fn PeopleTable() -> impl IntoView {
    let rehearsing = use_rehearsing();
    let table = rehearsing.table;
    let total = Memo::new(move |_| table.pages.with(|pages| pages.total));
    let people =
        Memo::new(move |_| rehearsing.report.with(|report| report.as_ref().map_or(0, |one| one.summary.people)));
    let is_early = table.is_early;
    let count = move || {
        if is_early.get() {
            let still = if rehearsing.files.has_people() { "rehearsing the others" } else { "reading the file" };
            return format!("The first {} people. Crosswalk is still {still}.", grouped(total.get()));
        }
        let (total, people) = (total.get(), people.get());
        if total == people {
            format!("{} people", grouped(people))
        } else {
            format!("{} of {} people", grouped(total), grouped(people))
        }
    };
    view! {
        <section class="rehearsal-people" aria-labelledby="rehearsal-people">
            <header>
                <h2 id="rehearsal-people">"People"</h2>
                <span class="muted" role="status">{count}</span>
                <span class="spacer"></span>
                {move || (!is_early.get()).then(|| view! { <Search /> <ColumnChoice /> })}
            </header>
            <Chips />
            <PeopleGrid />
            {move || (total.get() == 0).then(|| view! { <p class="rehearsal-none">"Nobody fits these filters."</p> })}
        </section>
    }
    .into_any()
}

#[component]
fn Search() -> impl IntoView {
    let rehearsing = use_rehearsing();
    let table = rehearsing.table;
    let searched = Signal::derive(move || {
        table
            .filters
            .with(|filters| {
                filters
                    .iter()
                    .find_map(|filter| if let Filter::Text(text) = filter { Some(text.clone()) } else { None })
            })
            .unwrap_or_default()
    });
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let search = move |text: String| {
        let due = move || {
            table.search(&text);
            rehearsing.query();
        };
        timer.update_value(|timer| {
            if let Some(earlier) = timer.take() {
                earlier.clear();
            }
            *timer = set_timeout_with_handle(due, Duration::from_millis(PATIENCE)).ok();
        });
        false
    };
    let entry = Entry::new("search among rehearsed people", searched, search).quiet();
    view! {
        <span class="rehearsal-search">
            <Icon name=IconName::Search />
            <TextInput entry label="Search people" placeholder="Search people and values" search=true />
        </span>
    }
    .into_any()
}

/// The filters that are on. Pressing one takes it off.
#[component]
fn Chips() -> impl IntoView {
    let rehearsing = use_rehearsing();
    let filters = rehearsing.table.filters;
    let chip = move |filter: Filter| {
        let (words, label) = (filter.words(), format!("Remove the filter {}", filter.words()));
        view! {
            <li><button type="button" class="rehearsal-chip" aria-label=label on:click=move |_| rehearsing.filter(filter.clone())>{words} <Icon name=IconName::Cross /></button></li>
        }
    };
    move || {
        let filters = filters.get();
        (!filters.is_empty()).then(|| {
            view! {
                <ul class="rehearsal-chips" aria-label="Filters">
                    {filters.into_iter().map(chip).collect_view()}
                    <li><Button on_press=move || rehearsing.show_everybody()>"Show everybody"</Button></li>
                </ul>
            }
        })
    }
}

/// The columns of the table.
#[component]
fn ColumnChoice() -> impl IntoView {
    let rehearsing = use_rehearsing();
    let table = rehearsing.table;
    let check = move |column: ColumnName| {
        let words = column.words();
        let own = column.clone();
        let checked = Signal::derive(move || {
            rehearsing.report.with(|report| report.as_ref().is_some_and(|report| table.columns(report).contains(&own)))
        });
        view! { <Check checked on_change=move |_| rehearsing.toggle_column(column.clone())>{words}</Check> }
    };
    let targets = Memo::new(move |_| {
        rehearsing.report.with(|report| {
            let coverage = report.as_ref().map(|report| report.coverage.iter().map(|one| one.target.clone()).collect());
            coverage.unwrap_or_else(Vec::new)
        })
    });
    let sources = Memo::new(move |_| {
        rehearsing.files.of(Side::People).with(|file| {
            let headings = file.as_ref().map(|file| file.read.columns.iter().map(|one| one.heading.clone()).collect());
            headings.unwrap_or_else(Vec::new)
        })
    });
    view! {
        <details class="rehearsal-choice">
            <summary class="button" data-kind="plain">"Choose columns"</summary>
            <div class="rehearsal-choice-panel" tabindex="0" role="region" aria-label="Columns of the table">
                <fieldset><legend>"Rehearsal"</legend>{FIXED.map(|(column, _)| check(ColumnName::Fixed(column)))}</fieldset>
                <fieldset><legend>"Target attributes"</legend>{move || targets.get().into_iter().map(|target| check(ColumnName::Target(target))).collect_view()}</fieldset>
                <fieldset><legend>"Columns of the file"</legend>{move || sources.get().into_iter().map(|heading| check(ColumnName::Source(heading))).collect_view()}</fieldset>
            </div>
        </details>
    }
    .into_any()
}
