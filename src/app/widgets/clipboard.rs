//! The clipboard.

use leptos::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Puts a text on the clipboard and says whether that worked.
pub(super) fn copy(text: String, done: impl FnOnce(bool) + 'static) {
    spawn_local(async move {
        let copied = JsFuture::from(window().navigator().clipboard().write_text(&text)).await;
        done(copied.is_ok());
    });
}
