//! The list of the plans in this browser.

use leptos::{prelude::*, task::spawn_local};

use super::{Fault, damaged_row, deleted_row, row};
use crate::{
    app::{
        services::{Autosave, storage::SavedPlan},
        widgets::{Entry, TextInput},
    },
    editor::saving::Refusal,
    text::{capitalised, sentence},
};

/// From so many plans on, there is a search.
const SEARCH_FROM: usize = 4;

/// The list, with the latest plan first. It is hidden while it is empty.
#[component]
pub(super) fn PlanList() -> impl IntoView {
    let autosave = expect_context::<Autosave>();
    let plans = RwSignal::new(Vec::<SavedPlan>::new());
    let fault = RwSignal::new(None::<Refusal>);
    let search = Entry::form("search for a plan").quiet();
    let load = move || {
        spawn_local(async move {
            match autosave.list().await {
                Ok(found) => {
                    plans.try_set(found);
                    fault.try_set(None);
                }
                Err(refusal) => drop(fault.try_set(Some(refusal))),
            }
        });
    };
    Effect::new(move || {
        autosave.changes();
        load();
    });
    let wanted = move || search.text().trim().to_lowercase();
    let found = move || {
        let wanted = wanted();
        plans.with(|plans| {
            plans.iter().filter(|plan| plan.name.to_lowercase().contains(&wanted)).cloned().collect::<Vec<_>>()
        })
    };
    let is_empty = Memo::new(move |_| plans.with(Vec::is_empty) && fault.with(Option::is_none));
    let is_long = Memo::new(move |_| plans.with(Vec::len) >= SEARCH_FROM);
    move || {
        (!is_empty.get()).then(|| {
            view! {
                <section aria-labelledby="saved-plans">
                    <div class="saved-plans-head">
                        <h2 id="saved-plans">"Continue with a saved plan"</h2>
                        {move || is_long.get().then(|| view! {
                            <TextInput entry=search label="Search saved plans" placeholder="Search" search=true />
                        })}
                    </div>
                    {move || fault.get().map(|refusal| view! {
                        <Fault reason=capitalised(&sentence(&refusal)) on_retry=load />
                    })}
                    {move || (found().is_empty() && !plans.with(Vec::is_empty)).then(|| view! {
                        <p class="saved-plans-none">"No saved plan has this name."</p>
                    })}
                    <ul class="saved-plans">
                        <For each=found key=SavedPlan::clone children=|plan| view! { <AnyRow plan /> } />
                    </ul>
                </section>
            }
            .into_any()
        })
    }
}

/// A plan, a deleted plan, or a row that cannot be read.
#[component]
fn AnyRow(plan: SavedPlan) -> impl IntoView {
    let name = if plan.name.trim().is_empty() { "Unnamed plan".to_owned() } else { plan.name.clone() };
    match (plan.id, plan.deleted) {
        (Some(id), Some(deleted)) => view! { <deleted_row::DeletedRow id name deleted /> }.into_any(),
        (Some(id), None) => {
            view! { <row::SavedPlanRow id name saved=plan.saved is_conflicted=plan.is_conflicted /> }.into_any()
        }
        (None, _) => {
            view! { <damaged_row::DamagedRow place=plan.place name saved=plan.saved damage=plan.damage /> }.into_any()
        }
    }
}
