//! While a file is read, and while the first run is under way.

use leptos::prelude::*;

use super::{rehearsing::RunState, use_rehearsing};
use crate::{
    app::widgets::{Button, ButtonKind, EmptyState},
    directory::people_file::Side,
    text::{capitalised, counted, megabytes, sentence},
};

/// The progress of a file, while one is read.
#[component]
pub(super) fn ReadingView() -> impl IntoView {
    let rehearsing = use_rehearsing();
    let reading = rehearsing.files.reading;
    let is_reading = Memo::new(move |_| reading.with(|reading| reading.as_ref().map(|reading| reading.ticket)));
    let progress = move || reading.with(|reading| reading.as_ref().map(|one| one.progress)).unwrap_or_default();
    let words = move || {
        reading.with(|reading| {
            let Some(reading) = reading else { return String::new() };
            let progress = reading.progress;
            let noun = if reading.side == Side::People { "person" } else { "user" };
            if progress.of == 0 {
                return format!("Opening {}", reading.handle.name);
            }
            let (rows, read, of) = (counted(progress.rows, noun), megabytes(progress.bytes), megabytes(progress.of));
            format!("Reading {}: {rows}, {read} of {of}", reading.handle.name)
        })
    };
    move || {
        is_reading.get().map(|_| view! {
            <div class="rehearsal-reading">
                <progress aria-label="Bytes read" max=move || progress().of.max(1).to_string() value=move || progress().bytes.to_string()></progress>
                <p>{words}</p>
                <Button on_press=move || rehearsing.cancel()>"Cancel"</Button>
            </div>
        })
    }
}

/// Before the first figures are there.
#[component]
pub(super) fn FirstRun() -> impl IntoView {
    let rehearsing = use_rehearsing();
    let kind = Memo::new(move |_| rehearsing.run.with(std::mem::discriminant));
    move || {
        // A memo that nobody reads is not derived, and tells nobody.
        kind.get();
        match rehearsing.run.get_untracked() {
            RunState::Failed(reason) => view! {
                <EmptyState title="The rehearsal stopped" text=capitalised(&sentence(&reason))>
                    <Button kind=ButtonKind::Primary on_press=move || rehearsing.rehearse()>"Try again"</Button>
                </EmptyState>
            }
            .into_any(),
            RunState::Stopped => view! {
                <EmptyState title="The rehearsal was cancelled" text="The file is still open.">
                    <Button kind=ButtonKind::Primary on_press=move || rehearsing.rehearse()>"Rehearse"</Button>
                </EmptyState>
            }
            .into_any(),
            RunState::Complete | RunState::Running { .. } => {
                let part = move || match rehearsing.run.get() {
                    RunState::Running { done, of } => (done, of.max(1)),
                    _ => (0, 1),
                };
                view! {
                    <div class="rehearsal-reading">
                        <progress aria-label="People rehearsed" max=move || part().1.to_string() value=move || part().0.to_string()></progress>
                        <p>{move || format!("Rehearsing the first cycle: {}%", part().0 * 100 / part().1)}</p>
                        <Button on_press=move || rehearsing.stop()>"Cancel"</Button>
                    </div>
                }
                .into_any()
            }
        }
    }
}
