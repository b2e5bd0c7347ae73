//! A row of the database that cannot be read as a plan. It does not hide the others.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    app::{
        services::{Autosave, files},
        state::{Notice, use_workspace},
        widgets::{Button, ButtonKind, moment},
    },
    editor::saving::Refusal,
    text::{capitalised, sentence},
};

/// The row, with what is wrong and a download of what is there.
#[component]
pub(super) fn DamagedRow(place: u32, name: String, saved: u64, damage: String) -> impl IntoView {
    let workspace = use_workspace();
    let autosave = expect_context::<Autosave>();
    let asks = RwSignal::new(false);
    let refuse = move |refusal: &Refusal| {
        let detail = capitalised(&sentence(refusal));
        workspace.notice.set(Some(Notice::error("The damaged plan cannot be read or deleted.", detail)));
    };
    let download = move || {
        spawn_local(async move {
            match autosave.rescue(place).await {
                Ok(text) => files::download("damaged.crosswalk.json", "application/json", &text),
                Err(refusal) => refuse(&refusal),
            }
        });
    };
    let discard = move || {
        spawn_local(async move {
            if let Err(refusal) = autosave.discard(place).await {
                refuse(&refusal);
            }
        });
    };
    let actions = move || {
        if asks.get() {
            view! {
                <Button kind=ButtonKind::Danger on_press=discard>"Delete permanently"</Button>
                <Button on_press=move || asks.set(false)>"Keep"</Button>
            }
            .into_any()
        } else {
            view! {
                <Button on_press=download>"Download what is there"</Button>
                <Button kind=ButtonKind::Danger on_press=move || asks.set(true)>"Delete"</Button>
            }
            .into_any()
        }
    };
    view! {
        <li>
            <div class="saved-plan-row" data-state="damaged">
                <p>
                    <b>{name}</b>
                    <span class="tag" data-severity="error">"Damaged"</span>
                    <small>{format!("saved {}. {damage} Download what is there, and try to open the file below.", moment(saved))}</small>
                </p>
                <div class="saved-plan-actions">{actions}</div>
            </div>
        </li>
    }
    .into_any()
}
