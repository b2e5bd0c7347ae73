//! Drafts survive a reload: the tab keeps them in its session storage.

use leptos::{ev, prelude::*};

use crate::app::{state::Workspace, widgets::FieldDrafts};

const KEY: &str = "crosswalk.drafts";

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.session_storage().ok()?
}

/// The drafts from before the reload.
pub fn field_drafts() -> FieldDrafts {
    let kept = storage().and_then(|storage| storage.get_item(KEY).ok()?);
    FieldDrafts::new(kept.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
}

/// Keeps the drafts when the page goes.
pub(super) fn keep(workspace: Workspace, drafts: FieldDrafts) {
    // A page can also be taken away without `pagehide` while it is hidden.
    let _ = window_event_listener(ev::pagehide, move |_| write(workspace, drafts));
    let _ = window_event_listener(ev::visibilitychange, move |_| write(workspace, drafts));
}

fn write(workspace: Workspace, drafts: FieldDrafts) {
    // Without the engine, no field was on screen.
    let Some(engine) = workspace.engine.get_untracked() else { return };
    let drafts = workspace.identities.with_untracked(|known| drafts.all().renamed(|name| known.lasting_name(name)));
    let drafts = drafts.without(engine.is_secret);
    if let (Some(storage), Ok(text)) = (storage(), serde_json::to_string(&drafts)) {
        let _ = storage.set_item(KEY, &text);
    }
}
