//! Starts a worker. The page names its file: a hash in the name keeps caches from mixing two builds.

use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlMetaElement, Worker};

/// What to say if a worker does not start.
pub(super) const NOT_STARTED: &str =
    "a part of Crosswalk could not be started; check the connection and try again, or load the page again";

/// Starts the worker of this name.
pub(super) fn start_worker(name: &str) -> Result<Worker, JsValue> {
    let meta = document().query_selector(&format!("meta[name={name}]"))?.ok_or(JsValue::NULL)?;
    Worker::new(&meta.unchecked_into::<HtmlMetaElement>().content())
}
