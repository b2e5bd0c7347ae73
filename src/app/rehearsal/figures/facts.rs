//! How long the first cycle takes, how many requests it sends, and whether the threshold stops it.

use leptos::prelude::*;

use super::of_report;
use crate::{
    analysis::rehearsal::{ACTIONS_NOT_KNOWN, Action, Threshold},
    app::rehearsal::{table::Filter, use_rehearsing},
    text::{counted, grouped},
};

#[component]
pub(super) fn Facts() -> impl IntoView {
    let rehearsing = use_rehearsing();
    let facts = of_report(|report| {
        let known = report.knows_actions.then(|| (report.first_cycle.sentence(), report.threshold.sentence()));
        let requests = if known.is_some() { grouped(report.summary.requests) } else { ACTIONS_NOT_KNOWN.to_owned() };
        (requests, known, report.threshold)
    });
    move || {
        facts.get().map(|(requests, known, threshold)| {
            let losing = match threshold {
                Threshold::NotSet => 0,
                Threshold::NotReached { lose_access, .. } | Threshold::Reached { lose_access, .. } => lose_access,
            };
            view! {
                <section>
                    <h3>"First cycle in figures"</h3>
                    <dl class="rehearsal-facts">
                        <dt>"Requests"</dt><dd>{requests}</dd>
                        {known.map(|(length, words)| view! {
                            <dt>"Length"</dt><dd>{length}</dd>
                            <dt>"Accidental deletion threshold"</dt><dd>{words}</dd>
                        })}
                    </dl>
                    {(losing > 0).then(|| view! {
                        <button type="button" class="link-button" on:click=move |_| rehearsing.filter(Filter::Action(Action::Disable))>
                            {format!("Show who loses access ({})", counted(losing, "person"))}
                        </button>
                    })}
                </section>
            }
        })
    }
}
