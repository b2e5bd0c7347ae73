//! How long the first cycle takes, how many requests it sends, and whether the threshold stops it.

use leptos::prelude::*;

use super::of_report;
use crate::{
    analysis::rehearsal::{Action, FirstCycleTime, Threshold},
    app::rehearsal::{table::Filter, use_rehearsing},
    text::{counted, grouped},
};

#[component]
pub(super) fn Facts() -> impl IntoView {
    let rehearsing = use_rehearsing();
    let facts = of_report(|report| (report.requests, report.time, report.threshold));
    let lose_access = move || rehearsing.filter(Filter::Action(Action::Disable));
    move || {
        facts.get().map(|(requests, time, threshold)| {
            let losing = match threshold {
                Threshold::NotSet => None,
                Threshold::NotReached { lose_access, .. } | Threshold::Reached { lose_access, .. } => Some(lose_access),
            };
            view! {
                <section>
                    <h3>"First cycle in figures"</h3>
                    <dl class="facts">
                        <dt>"Requests"</dt><dd>{grouped(requests)}</dd>
                        <dt>"Length"</dt><dd>{length(time)}</dd>
                        <dt>"Accidental deletion threshold"</dt><dd>{words(threshold)}</dd>
                    </dl>
                    {losing.filter(|count| *count > 0).map(|count| view! {
                        <button type="button" class="link-button" on:click=move |_| lose_access()>{format!("{} {} access", counted(count, "person"), if count == 1 { "loses" } else { "lose" })}</button>
                    })}
                </section>
            }
        })
    }
}

fn length(time: FirstCycleTime) -> String {
    match time {
        FirstCycleTime::Minutes { least, most, people } => format!(
            "{} to {} minutes for {} assigned, by Microsoft's formula",
            grouped(least),
            grouped(most),
            counted(people, "person")
        ),
        FirstCycleTime::NotDocumented => "Not documented for “Sync all users and groups”".to_owned(),
    }
}

fn words(threshold: Threshold) -> String {
    match threshold {
        Threshold::NotSet => "Not set in this plan".to_owned(),
        Threshold::NotReached { lose_access, threshold } => {
            format!("Not reached: {} of {}", grouped(lose_access), grouped(threshold))
        }
        Threshold::Reached { lose_access, threshold } => {
            format!("Reached: {} of {}. Entra stops the cycle", grouped(lose_access), grouped(threshold))
        }
    }
}
