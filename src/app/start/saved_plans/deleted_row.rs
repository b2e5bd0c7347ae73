//! A deleted plan: it can be brought back for a while.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    app::{
        services::Autosave,
        state::{Notice, use_workspace},
        widgets::{Button, ButtonKind, moment},
    },
    editor::saving::{PlanId, Refusal, keeping::UNTIL_FORGOTTEN},
    text::{capitalised, sentence},
};

/// The row of a deleted plan.
#[component]
pub(super) fn DeletedRow(id: PlanId, name: String, deleted: u64) -> impl IntoView {
    let workspace = use_workspace();
    let autosave = expect_context::<Autosave>();
    let id = StoredValue::new(id);
    let say = move |done: Result<(), Refusal>| {
        if let Err(refusal) = done {
            let detail = capitalised(&sentence(&refusal));
            workspace.notice.set(Some(Notice::error("The list of plans cannot be changed.", detail)));
        }
    };
    let bring_back = move || spawn_local(async move { say(autosave.bring_back(id.get_value()).await) });
    let forget = move || spawn_local(async move { say(autosave.forget(id.get_value()).await) });
    let until = moment(deleted.saturating_add(UNTIL_FORGOTTEN));
    view! {
        <li>
            <div class="saved-plan-row" data-state="deleted">
                <p><b>{name.clone()}</b> <small>{format!("deleted; kept until {until}")}</small></p>
                <div class="saved-plan-actions">
                <Button label=format!("Undo the deletion of {name}") on_press=bring_back>"Undo"</Button>
                <Button kind=ButtonKind::Danger label=format!("Delete {name} permanently") on_press=forget>"Delete permanently"</Button>
                </div>
            </div>
        </li>
    }
    .into_any()
}
