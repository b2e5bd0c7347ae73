//! While you drag near the upper or lower edge of the board, the board scrolls.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;

/// How near, in CSS pixels.
const EDGE: f64 = 36.0;
/// How far in each frame.
const STEP: f64 = 10.0;

/// The attribute of the board that says that a scroll is under way.
const SCROLLS: &str = "data-scrolls";

/// Scrolls the board of the event as long as the pointer stays near an edge and `goes_on`.
pub(super) fn scroll_at_edges(event: &ev::PointerEvent, goes_on: impl Fn() -> bool + Copy + 'static) {
    let Some(board) = event.current_target().and_then(|board| board.dyn_into::<web_sys::Element>().ok()) else {
        return;
    };
    let place = board.get_bounding_client_rect();
    let y = f64::from(event.client_y());
    let step = if y < place.top() + EDGE {
        -STEP
    } else if y > place.bottom() - EDGE {
        STEP
    } else {
        0.0
    };
    let was_scrolling = board.get_attribute(SCROLLS).is_some();
    if step == 0.0 {
        let _ = board.remove_attribute(SCROLLS);
    } else {
        let _ = board.set_attribute(SCROLLS, &step.to_string());
        if !was_scrolling {
            scroll(board, goes_on);
        }
    }
}

fn scroll(board: web_sys::Element, goes_on: impl Fn() -> bool + Copy + 'static) {
    let step = board.get_attribute(SCROLLS).and_then(|step| step.parse::<f64>().ok());
    match step.filter(|_| goes_on()) {
        Some(step) => {
            board.scroll_by_with_x_and_y(0.0, step);
            request_animation_frame(move || scroll(board, goes_on));
        }
        None => {
            let _ = board.remove_attribute(SCROLLS);
        }
    }
}
