//! Drafts survive a reload: the tab keeps them in its session storage.

use leptos::{ev, prelude::*};

use crate::app::widgets::FieldDrafts;

const KEY: &str = "crosswalk.drafts";

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.session_storage().ok()?
}

/// The drafts from before the reload. They are kept again when the page goes.
pub fn field_drafts() -> FieldDrafts {
    let kept = storage().and_then(|storage| storage.get_item(KEY).ok()?);
    let drafts = FieldDrafts::new(kept.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default());
    // A page can also be taken away without `pagehide` while it is hidden.
    let _ = window_event_listener(ev::pagehide, move |_| keep(drafts));
    let _ = window_event_listener(ev::visibilitychange, move |_| keep(drafts));
    drafts
}

fn keep(drafts: FieldDrafts) {
    if let (Some(storage), Ok(text)) = (storage(), serde_json::to_string(&drafts.all())) {
        let _ = storage.set_item(KEY, &text);
    }
}
