//! Keeps the shipped site in the browser, so that it works without a network, and says when a newer build is ready.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, closure::Closure, prelude::wasm_bindgen};
use web_sys::HtmlMetaElement;

use crate::app::state::{SaveState, Workspace};

#[wasm_bindgen(module = "/src/app/services/offline.js")]
extern "C" {
    #[wasm_bindgen(js_name = keepOffline)]
    fn keep_offline(url: &str, ready: &Closure<dyn Fn()>);
    #[wasm_bindgen(js_name = takeOver)]
    fn take_over();
}

/// The newer build, if there is one.
#[derive(Clone, Copy)]
pub struct Update {
    /// Whether a newer build is ready.
    pub is_ready: RwSignal<bool>,
    /// Whether you asked for it. The page reloads as soon as the plan is saved.
    pub is_wanted: RwSignal<bool>,
}

pub(super) fn start(workspace: Workspace) {
    let update = Update { is_ready: RwSignal::new(false), is_wanted: RwSignal::new(false) };
    provide_context(update);
    Effect::new(move || {
        if update.is_wanted.get() && is_safe(&workspace.save_state.get()) {
            take_over();
        }
    });
    // Only the shipped site names a service worker.
    let Ok(Some(meta)) = document().query_selector("meta[name=service-worker]") else { return };
    let ready = Closure::<dyn Fn()>::new(move || update.is_ready.set(true));
    keep_offline(&meta.unchecked_into::<HtmlMetaElement>().content(), &ready);
    ready.forget();
}

/// Whether a reload loses nothing. Text in a field that the plan does not have comes back after a reload.
const fn is_safe(state: &SaveState) -> bool {
    matches!(state, SaveState::Nothing | SaveState::Editing | SaveState::Saved)
}
