//! What is outside of the people: existing users whom nobody matches, attributes that the file does not say, and rows that
//! were skipped.

use leptos::prelude::*;

use super::of_report;
use crate::{
    analysis::rehearsal::Named,
    app::{rehearsal::use_rehearsing, widgets::CopyButton},
    directory::people_file::Side,
    text::{capitalised, grouped, sentence},
};

/// The existing users whom nobody matches.
#[component]
pub(super) fn Unmatched() -> impl IntoView {
    let users = of_report(|report| (report.summary.unmatched_existing, report.unmatched.clone()));
    move || {
        users.get().filter(|(count, _)| *count > 0).map(|(count, users)| {
            let listed = users.len();
            let rows = users.into_iter().map(|Named { line, name }| view! { <li><code>{name}</code> " " <small>{format!("line {line}")}</small></li> });
            view! {
                <section>
                    <h3>"Existing users nobody matches " <span class="muted">{grouped(count)}</span></h3>
                    <p class="muted">"They stay as they are: Entra does not manage them."</p>
                    <details>
                        <summary>{if listed < count { format!("Show the first {listed}") } else { "Show them".to_owned() }}</summary>
                        <ul class="rehearsal-list">{rows.collect_view()}</ul>
                    </details>
                </section>
            }
        })
    }
}

/// The source attributes that the file does not say.
#[component]
pub(super) fn Unknown() -> impl IntoView {
    let rehearsing = use_rehearsing();
    let unknown = of_report(|report| (report.unknown.clone(), report.export.clone()));
    let remedy = move |export: String| match rehearsing.offers.with(|(command, _)| command.clone()) {
        Some(command) => view! {
            <p class="rehearsal-note">"To have them, export with this:"</p>
            <div class="rehearsal-command">
                <pre tabindex="0" aria-label="Command for the missing attributes"><code>{command.clone()}</code></pre>
                <CopyButton text=Signal::stored(command) what="the command for the missing attributes" />
            </div>
        }
        .into_any(),
        None => view! { <p class="rehearsal-note">{capitalised(&sentence(&export))}</p> }.into_any(),
    };
    move || {
        unknown.get().filter(|(unknown, _)| !unknown.is_empty()).map(|(unknown, export)| {
            let rows = unknown.iter().map(|one| {
                let needed = format!("{}. {}", capitalised(&one.why), needed_for(&one.needed_for));
                view! { <li><code>{one.attribute.clone()}</code> " " <small>{needed}</small></li> }
            });
            view! {
                <section>
                    <h3>"Not known from this file " <span class="muted">{unknown.len()}</span></h3>
                    <ul class="rehearsal-unknown">{rows.collect_view()}</ul>
                    {remedy(export)}
                </section>
            }
        })
    }
}

fn needed_for(targets: &[String]) -> String {
    if targets.is_empty() { String::new() } else { format!("Needed for {}.", targets.join(", ")) }
}

/// What there is to say about the files, and the rows that were skipped.
#[component]
pub(super) fn Skipped() -> impl IntoView {
    let rehearsing = use_rehearsing();
    [Side::People, Side::Target].map(move |side| {
        move || {
            let file = rehearsing.files.of(side).get()?;
            let read = file.read;
            if read.notes.is_empty() && read.skipped == 0 {
                return None;
            }
            let notes = read
                .notes
                .iter()
                .map(|note| view! { <p class="rehearsal-note">{capitalised(&sentence(note))}</p> })
                .collect_view();
            let rows = read.broken.iter().map(|(line, reason)| {
                view! { <li>{format!("Line {}: {}", grouped(*line), sentence(reason))}</li> }
            });
            let rows = rows.collect_view();
            let skipped = (read.skipped > 0).then(|| {
                view! {
                    <details>
                        <summary>{format!("Skipped rows ({})", grouped(read.skipped))}</summary>
                        <ul class="rehearsal-list">{rows}</ul>
                    </details>
                }
            });
            Some(view! {
                <section>
                    <h3>"About " {file.name}</h3>
                    {notes}
                    {skipped}
                </section>
            })
        }
    })
}
