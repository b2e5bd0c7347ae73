//! The worker that reads schemas, as the app sees it: started for one file, ended with its last reply or by a cancel.

use std::cell::RefCell;

use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{ErrorEvent, HtmlMetaElement, MessageEvent, Worker, WorkerOptions, WorkerType};

use crate::app::worker_messages::{ImportRequest, Reply};

thread_local! {
    /// One at a time: a new file ends the reading of the one before.
    static RUNNING: RefCell<Option<Running>> = const { RefCell::new(None) };
}

struct Running {
    worker: Worker,
    _hear: Closure<dyn FnMut(MessageEvent)>,
    _fail: Closure<dyn FnMut(ErrorEvent)>,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

const NOT_STARTED: &str =
    "a part of Crosswalk could not be started; check the connection and try again, or load the page again";
/// What is left to say when the worker's memory ends, or when it fails in a way nobody thought of.
const STOPPED: &str = "reading it stopped: the browser gave it no more memory, or Crosswalk failed. Cut the file to one template or one rule and try again";

/// Has a file imported. `hear` gets progress, and one last reply: the import or the reason why there is none.
pub fn import(request: ImportRequest, mut hear: impl FnMut(Reply) + 'static) {
    cancel();
    let Ok(worker) = start() else {
        return hear(Reply::Refused(NOT_STARTED.to_owned()));
    };
    let hear = std::rc::Rc::new(RefCell::new(move |reply: Reply| {
        let last = matches!(reply, Reply::Imported(_) | Reply::Refused(_));
        if last {
            cancel();
        }
        hear(reply);
    }));
    let ready = std::rc::Rc::new(std::cell::Cell::new(false));
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new({
        let (worker, hear, ready) = (worker.clone(), hear.clone(), ready.clone());
        move |event: MessageEvent| match Reply::from_message(&event.data()) {
            Some(Reply::Ready) => {
                ready.set(true);
                if worker.post_message(&request.to_message()).is_err() {
                    (hear.borrow_mut())(Reply::Refused(NOT_STARTED.to_owned()));
                }
            }
            Some(reply) => (hear.borrow_mut())(reply),
            None => (hear.borrow_mut())(Reply::Refused(STOPPED.to_owned())),
        }
    });
    let on_error = Closure::<dyn FnMut(ErrorEvent)>::new(move |_| {
        let reason = if ready.get() { STOPPED } else { NOT_STARTED };
        (hear.borrow_mut())(Reply::Refused(reason.to_owned()));
    });
    worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
    RUNNING.set(Some(Running { worker, _hear: on_message, _fail: on_error }));
}

/// Ends the reading; nothing is heard of it any more.
pub fn cancel() {
    drop(RUNNING.take());
}

/// The page names the worker's file: a hash in its name keeps caches from mixing two builds.
fn start() -> Result<Worker, JsValue> {
    let meta = document().query_selector("meta[name=worker]")?.ok_or(JsValue::NULL)?;
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    Worker::new_with_options(&meta.unchecked_into::<HtmlMetaElement>().content(), &options)
}
