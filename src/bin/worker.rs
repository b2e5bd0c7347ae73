//! The worker: reads a tenant's schema off the main thread, so that a large one does not stop the page and can be
//! cancelled by ending the worker.

use crosswalk::app::{
    import::read_report,
    worker_messages::{ImportRequest, Progress, Reply},
};
use wasm_bindgen::{JsCast, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

fn main() {
    console_error_panic_hook::set_once();
    let hear = Closure::<dyn Fn(MessageEvent)>::new(|event: MessageEvent| {
        if let Some(request) = ImportRequest::from_message(&event.data()) {
            spawn_local(async move { post(&import(request).await) });
        }
    });
    scope().set_onmessage(Some(hear.as_ref().unchecked_ref()));
    hear.forget();
    post(&Reply::Ready);
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

/// Fails only for values that cannot be copied; a text can.
fn post(reply: &Reply) {
    let _ = scope().post_message(&reply.to_message());
}

async fn import(ImportRequest { file, choice }: ImportRequest) -> Reply {
    let Ok(buffer) = JsFuture::from(file.array_buffer()).await else {
        return Reply::Refused("the browser could not read the file; choose it again".to_owned());
    };
    let bytes = js_sys::Uint8Array::new(&buffer).to_vec();
    let of = bytes.len();
    let mut progress = |read: usize| post(&Reply::Progress(Progress { read: read.min(of), of }));
    progress(0);
    match read_report(&bytes, &choice, &mut progress) {
        Ok(report) => Reply::Imported(Box::new(report)),
        Err(reason) => Reply::Refused(reason),
    }
}
