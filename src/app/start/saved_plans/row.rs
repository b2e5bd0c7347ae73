//! A saved plan: open, copy, delete, and its revisions.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    app::{
        navigation::Purpose,
        revisions::Revisions,
        services::Autosave,
        state::{Notice, use_workspace},
        widgets::{Button, ButtonKind, Icon, IconName, moment},
    },
    editor::saving::PlanId,
    text::{capitalised, sentence},
};

/// The row of a plan.
#[component]
pub(super) fn SavedPlanRow(id: PlanId, name: String, saved: u64, is_conflicted: bool) -> impl IntoView {
    let workspace = use_workspace();
    let autosave = expect_context::<Autosave>();
    let shows_revisions = RwSignal::new(false);
    let id = StoredValue::new(id);
    let label = |word: &str| format!("{word} {name}");
    let (copy_label, delete_label, revisions_label) = (label("Copy"), label("Delete"), label("Revisions of"));
    let spoken = name.clone();
    let copied = name.clone();
    let copy = move || {
        let name = copied.clone();
        spawn_local(async move {
            match autosave.copy(id.get_value()).await {
                Ok(()) => workspace.announce(format!("Copied {name}")),
                Err(refusal) => {
                    let detail = capitalised(&sentence(&refusal));
                    workspace.notice.set(Some(Notice::error("The plan cannot be copied.", detail)));
                }
            }
        });
    };
    let delete = move || {
        spawn_local(async move {
            if let Err(refusal) = autosave.delete(id.get_value()).await {
                let detail = capitalised(&sentence(&refusal));
                workspace.notice.set(Some(Notice::error("The plan cannot be deleted.", detail)));
            }
        });
    };
    view! {
        <li>
            <div class="saved-plan-row">
                <button
                    type="button"
                    class="saved-plan"
                    on:click=move |_| {
                        workspace.announce(format!("Opened {spoken}"));
                        autosave.open(id.get_value(), Some(Purpose::EditMappings));
                    }
                >
                    <b>{name}</b>
                    <small>{format!("saved {}", moment(saved))}</small>
                    {is_conflicted.then(|| view! { <span class="tag">"Conflicted copy"</span> })}
                </button>
                <div class="saved-plan-actions">
                <button
                    type="button"
                    class="button"
                    data-kind="quiet"
                    aria-label=revisions_label
                    aria-expanded=move || shows_revisions.get().to_string()
                    on:click=move |_| shows_revisions.update(|shown| *shown = !*shown)
                >"Revisions"</button>
                <Button kind=ButtonKind::Quiet label=copy_label on_press=copy>"Copy"</Button>
                <Button kind=ButtonKind::Icon label=delete_label on_press=delete><Icon name=IconName::Trash /></Button>
                </div>
            </div>
            {move || shows_revisions.get().then(|| view! {
                <div class="saved-plan-revisions"><Revisions id=id.get_value() /></div>
            })}
        </li>
    }
    .into_any()
}
