//! "Can we go live?": one sentence with its reasons, and whether the figures are of now.

use leptos::prelude::*;

use super::{rehearsing::RunState, use_rehearsing};
use crate::{
    analysis::rehearsal::Answer,
    app::widgets::{Button, ButtonKind},
    text::{capitalised, sentence},
};

#[component]
pub(super) fn GoLiveView() -> impl IntoView {
    let rehearsing = use_rehearsing();
    let answer = Memo::new(move |_| rehearsing.report.with(|report| report.as_ref().map(|one| one.verdict.clone())));
    let verdict = move || {
        answer.get().map(|go_live| {
            let name = match go_live.answer {
                Answer::Yes => "yes",
                Answer::Check => "check",
                Answer::No => "no",
            };
            let reasons = go_live.reasons.into_iter().map(|reason| view! { <li>{reason}</li> }).collect_view();
            view! {
                <div class="rehearsal-verdict" data-answer=name>
                    <p>{go_live.sentence}</p>
                    <ul aria-label="Reasons">{reasons}</ul>
                </div>
            }
        })
    };
    view! {
        <section class="rehearsal-go-live" aria-labelledby="go-live">
            <header>
                <h2 id="go-live">"Can we go live?"</h2>
                <RunView />
            </header>
            {verdict}
        </section>
    }
    .into_any()
}

/// Whether the figures are older than the plan.
#[component]
fn RunView() -> impl IntoView {
    let rehearsing = use_rehearsing();
    let kind = Memo::new(move |_| rehearsing.run.with(std::mem::discriminant));
    let action = move || {
        // A memo that nobody reads is not derived, and tells nobody.
        kind.get();
        match rehearsing.run.get_untracked() {
            RunState::Complete => ().into_any(),
            RunState::Running { .. } => {
                view! { <Button kind=ButtonKind::Quiet on_press=move || rehearsing.stop()>"Cancel"</Button> }.into_any()
            }
            RunState::Stopped => {
                view! { <Button on_press=move || rehearsing.rehearse()>"Rehearse again"</Button> }.into_any()
            }
            RunState::Failed(reason) => view! {
                <span class="rehearsal-failed">{capitalised(&sentence(&reason))}</span>
                <Button on_press=move || rehearsing.rehearse()>"Try again"</Button>
            }
            .into_any(),
        }
    };
    view! {
        <span class="rehearsal-run" role="status">{move || rehearsing.progress_words()}</span>
        {action}
    }
    .into_any()
}
