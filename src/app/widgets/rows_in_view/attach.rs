//! What a list hears from the browser: scrolling, its size, and where the focus is.

use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, ResizeObserver};

/// Calls `measure` when another part of the list may be visible or its size changed, and `focus` when the focus came to an
/// element. It ends with the current owner.
pub(super) fn listen(list: &Element, measure: impl Fn() + Copy + 'static, focus: impl Fn(&Element) + 'static) {
    let resized = Closure::<dyn FnMut()>::new(move || {
        // What changes within the observer's own call would be an error in the console.
        request_animation_frame(measure);
    });
    let observer = ResizeObserver::new(resized.as_ref().unchecked_ref()).ok();
    if let Some(observer) = &observer {
        observer.observe(list);
    }
    // Whatever scrolls: the events of its descendants reach the window in this phase alone.
    let scrolled =
        EventListener::new_with_options(&window(), "scroll", EventListenerOptions::run_in_capture_phase(), {
            let list = list.clone();
            move |event| {
                let scroller = event.target().and_then(|scroller| scroller.dyn_into::<web_sys::Node>().ok());
                if scroller.is_some_and(|scroller| scroller.contains(Some(&list))) {
                    measure();
                }
            }
        });
    let resize = EventListener::new(&window(), "resize", move |_| measure());
    let focused = EventListener::new(list, "focusin", move |event| {
        if let Some(element) = event.target().and_then(|element| element.dyn_into::<Element>().ok()) {
            focus(&element);
        }
    });
    let kept = StoredValue::new_local(Some((resized, observer, [scrolled, resize, focused])));
    on_cleanup(move || {
        if let Some(Some((_, Some(observer), _))) = kept.try_update_value(Option::take) {
            observer.disconnect();
        }
    });
}

/// The element whose scrolling moves the list; none where the page scrolls or nothing does.
pub(super) fn scroller(list: &Element) -> Option<Element> {
    let mut above = list.parent_element();
    while let Some(element) = above {
        if element.scroll_height() > element.client_height() + 1 {
            let style = window().get_computed_style(&element).ok().flatten();
            let overflow = style.and_then(|style| style.get_property_value("overflow-y").ok());
            if matches!(overflow.as_deref(), Some("auto" | "scroll")) {
                return Some(element);
            }
        }
        above = element.parent_element();
    }
    None
}
