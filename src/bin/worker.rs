//! The worker reads a tenant's schema, or a table, off the main thread. A large file does not block the page, and ending the worker
//! cancels the import.

use crosswalk::{
    app::worker_messages::{ImportRequest, Progress, Reply},
    exchange::{
        graph_schema::{ImportError, read_report},
        scim_schemas::{Described, new_plan, read_bytes},
        tables::open_tables,
    },
    recognition::{Reader, What},
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

/// Posting fails only for values that cannot be copied. A text can be copied.
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
        // A report has only text keys and finite numbers, which always serialise.
        Ok(report) => Reply::Imported(serde_json::to_string(&report).unwrap_or_default()),
        Err(ImportError::Misplaced(misplaced)) if misplaced.found().what == What::ScimSchema => describe(&bytes),
        Err(ImportError::Misplaced(misplaced)) if misplaced.found().for_reader(Reader::Table).is_ok() => {
            match open_tables(&bytes) {
                Ok(tables) => Reply::Tables(serde_json::to_string(&tables).unwrap_or_default()),
                Err(reason) => Reply::Refused(reason.to_string()),
            }
        }
        Err(reason) => Reply::Refused(reason.to_string()),
    }
}

/// What a SCIM application says about its attributes, and the new plan that it would become.
fn describe(bytes: &[u8]) -> Reply {
    match read_bytes(bytes) {
        Ok(description) => {
            let plan = new_plan(&description);
            Reply::Described(serde_json::to_string(&Described { description, plan }).unwrap_or_default())
        }
        Err(reason) => Reply::Refused(reason.to_string()),
    }
}
