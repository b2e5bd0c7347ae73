//! Pauses in long work, in which the worker hears messages.

use std::cell::Cell;

use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageChannel;

/// Milliseconds of work between two pauses.
const SLICE: f64 = 6.0;

thread_local! {
    static WORKS_SINCE: Cell<f64> = const { Cell::new(0.0) };
}

/// Pauses if the work took long enough.
pub(crate) async fn pause_if_due() {
    if js_sys::Date::now() - WORKS_SINCE.get() >= SLICE {
        pause().await;
    }
}

/// Lets the worker hear every message that has arrived. A timer would wait 4 ms each time; a message to itself waits for
/// nothing but the messages before it.
pub(crate) async fn pause() {
    if let Ok(channel) = MessageChannel::new() {
        let came = js_sys::Promise::new(&mut |resolve, _| {
            let came = Closure::once_into_js(move || {
                let _ = resolve.call0(&JsValue::UNDEFINED);
            });
            channel.port1().set_onmessage(Some(came.unchecked_ref()));
        });
        if channel.port2().post_message(&JsValue::NULL).is_ok() {
            let _ = JsFuture::from(came).await;
        }
        channel.port1().close();
    }
    WORKS_SINCE.set(js_sys::Date::now());
}
