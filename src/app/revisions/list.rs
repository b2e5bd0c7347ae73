//! The list of revisions.

use leptos::{prelude::*, task::spawn_local};

use super::row::RevisionRow;
use crate::{
    app::{services::Autosave, widgets::Button},
    editor::saving::{PlanId, Revision},
    text::{capitalised, counted, sentence},
};

/// So many are shown at first, and with every press of the button.
const AT_ONCE: usize = 10;

/// The list, with the latest revision first.
#[component]
pub(super) fn RevisionList(id: PlanId) -> impl IntoView {
    let autosave = expect_context::<Autosave>();
    let revisions = RwSignal::new(Vec::<Revision>::new());
    let fault = RwSignal::new(None::<String>);
    let shown = RwSignal::new(AT_ONCE);
    let load = {
        let id = id.clone();
        move || {
            let id = id.clone();
            spawn_local(async move {
                match autosave.revisions(id).await {
                    Ok(found) => {
                        revisions.try_set(found);
                        fault.try_set(None);
                    }
                    Err(refusal) => drop(fault.try_set(Some(capitalised(&sentence(&refusal))))),
                }
            });
        }
    };
    Effect::new(move || {
        autosave.changes();
        load();
    });
    // Each with the one before it, which says what changed.
    let rows = move || {
        revisions.with(|all| {
            let before = |at: usize| all.get(at + 1).map(|one| one.number);
            let rows = all.iter().enumerate().take(shown.get());
            rows.map(|(at, one)| (one.clone(), before(at))).collect::<Vec<_>>()
        })
    };
    let latest = Memo::new(move |_| revisions.with(|all| all.first().map(|one| one.number)));
    let rest = move || revisions.with(Vec::len).saturating_sub(shown.get());
    view! {
        {move || fault.get().map(|fault| view! { <p class="revision-fault" role="alert">{fault}</p> })}
        <ol class="revision-list" aria-label="Revisions">
            <For
                each=rows
                key=|(one, before)| (one.number, one.title.clone(), *before)
                children=move |(revision, before)| view! { <RevisionRow id=id.clone() revision before latest /> }
            />
        </ol>
        {move || (rest() > 0).then(|| {
            let label = format!("Show earlier revisions ({})", counted(rest(), "more revision"));
            view! { <Button on_press=move || shown.update(|shown| *shown += AT_ONCE)>{label}</Button> }
        })}
    }
    .into_any()
}
