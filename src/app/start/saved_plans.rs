//! The plans in this browser.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::app::{
    navigation::Purpose,
    services::{Autosave, storage::SavedPlan},
    state::use_workspace,
    widgets::{Button, ButtonKind, Icon, IconName},
};

/// The list, with the latest plan first. It is hidden while it is empty.
#[component]
pub(super) fn SavedPlans() -> impl IntoView {
    let autosave = expect_context::<Autosave>();
    let plans = RwSignal::new(Vec::<SavedPlan>::new());
    let load = move || {
        spawn_local(async move {
            // If the browser refuses, a notice says so when a plan is saved.
            if let Ok(found) = autosave.list().await {
                plans.set(found);
            }
        });
    };
    load();
    let forget = Callback::new(move |id: u32| {
        spawn_local(async move {
            let _ = autosave.remove(id).await;
            load();
        });
    });
    move || {
        let plans = plans.get();
        (!plans.is_empty()).then(|| {
            let rows = plans.into_iter().map(|plan| view! { <SavedPlanRow plan forget /> }).collect_view();
            view! {
                <section aria-labelledby="saved-plans">
                    <h2 id="saved-plans">"Continue with a saved plan"</h2>
                    <ul class="saved-plans">{rows}</ul>
                </section>
            }
            .into_any()
        })
    }
}

#[component]
fn SavedPlanRow(plan: SavedPlan, forget: Callback<u32>) -> impl IntoView {
    let workspace = use_workspace();
    let autosave = expect_context::<Autosave>();
    let asks = RwSignal::new(false);
    let id = plan.id;
    let name = if plan.name.is_empty() { "Unnamed plan".to_owned() } else { plan.name };
    let saved = js_sys::Date::new(&plan.saved.into());
    let saved: String = saved.to_locale_string("en-GB", &wasm_bindgen::JsValue::UNDEFINED).into();
    let open_name = name.clone();
    view! {
        <li>
            <button
                type="button"
                class="saved-plan"
                on:click=move |_| {
                    workspace.announce(format!("Opened {open_name}"));
                    autosave.open(id, Some(Purpose::EditMappings));
                }
            >
                <b>{name.clone()}</b>
                <small>{format!("saved {saved}")}</small>
            </button>
            {move || if asks.get() {
                view! {
                    <Button kind=ButtonKind::Danger on_press=move || forget.run(id)>"Delete permanently"</Button>
                    <Button on_press=move || asks.set(false)>"Keep"</Button>
                }.into_any()
            } else {
                let label = format!("Delete {name}");
                view! {
                    <Button kind=ButtonKind::Icon label on_press=move || asks.set(true)><Icon name=IconName::Trash /></Button>
                }.into_any()
            }}
        </li>
    }
    .into_any()
}
