//! The focus is never lost: when the element that has it goes, for example a button after its press, the place gets it.

use leptos::{ev, prelude::*};
use wasm_bindgen::{JsCast, JsValue};

/// Keeps the focus in the page as long as the current owner lives.
pub(super) fn keep_focus() {
    let listener = window_event_listener(ev::focusout, |event| {
        // The focus goes to another element, or the window is left.
        if event.related_target().is_some() {
            return;
        }
        let left = event.target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        request_animation_frame(move || {
            let is_gone = left.is_some_and(|left| !left.is_connected());
            let is_nowhere = document().active_element().is_none_or(|element| element.tag_name() == "BODY");
            if is_gone && is_nowhere {
                // What is visible stays in view.
                let _ = focus_without_scrolling("place");
            }
        });
    });
    on_cleanup(move || listener.remove());
}

fn focus_without_scrolling(id: &str) -> Result<(), JsValue> {
    let Some(element) = document().get_element_by_id(id) else { return Ok(()) };
    let options = js_sys::Object::new();
    js_sys::Reflect::set(&options, &"preventScroll".into(), &true.into())?;
    let focus = js_sys::Reflect::get(&element, &"focus".into())?.dyn_into::<js_sys::Function>()?;
    focus.call1(&element, &options).map(drop)
}
