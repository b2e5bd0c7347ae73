//! The messages between the app and the workers that import a file: one request, then replies until one of them is the
//! last.
//!
//! A file is sent as a handle, and a reply as its name and one text. Objects would be copied one by one, on the main
//! thread as well.

use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, DedicatedWorkerGlobalScope, MessageEvent};

use crate::exchange::graph_schema::Choice;

/// Import this file with this choice.
#[derive(Clone, Debug)]
pub struct ImportRequest {
    /// The file, which the worker reads itself.
    pub file: Blob,
    /// The rule and the mapping to take.
    pub choice: Choice,
}

impl ImportRequest {
    /// The message to post.
    pub fn to_message(&self) -> JsValue {
        let choice = serde_json::to_string(&self.choice).unwrap_or_default();
        js_sys::Array::of2(&self.file, &JsValue::from_str(&choice)).into()
    }

    /// The request in a message; none if the message has another sender.
    pub fn from_message(message: &JsValue) -> Option<Self> {
        let parts = message.dyn_ref::<js_sys::Array>()?;
        let file = parts.get(0).dyn_into().ok()?;
        let choice = serde_json::from_str(&parts.get(1).as_string()?).ok()?;
        Some(Self { file, choice })
    }
}

const READY: &str = "ready";
const PROGRESS: &str = "progress";
const IMPORTED: &str = "imported";
const DESCRIBED: &str = "described";
const IS_TABLE: &str = "is table";
const TABLES: &str = "tables";
const REFUSED: &str = "refused";

/// A reply of the worker.
#[derive(Clone, Debug)]
pub enum Reply {
    /// The worker is ready.
    Ready,
    /// How much of the file is read.
    Progress(Progress),
    /// The file is read: an [`ImportReport`](crate::exchange::graph_schema::ImportReport) as JSON, whose reader is a part
    /// of the app. This is the last reply.
    Imported(String),
    /// The file is a SCIM application's description of its attributes: a
    /// [`Described`](crate::exchange::scim_schemas::Described) as JSON. This is the last reply.
    Described(String),
    /// The file holds a table, which another worker reads. This is the last reply.
    IsTable,
    /// The file holds tables: a [`TableFile`](crate::exchange::tables::TableFile) as JSON, whose reader is a part of the
    /// app. This is the last reply.
    Tables(String),
    /// The file cannot be read, for this reason. This is the last reply.
    Refused(String),
}

/// How far a file is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Bytes that were read.
    pub read: usize,
    /// Bytes of the file.
    pub of: usize,
}

impl Reply {
    /// The reply about a file's bytes.
    pub async fn of_file(file: &Blob, read: impl FnOnce(&[u8]) -> Self) -> Self {
        match JsFuture::from(file.array_buffer()).await {
            Ok(buffer) => read(&js_sys::Uint8Array::new(&buffer).to_vec()),
            Err(_) => Self::Refused("the browser could not read the file; choose it again".to_owned()),
        }
    }

    /// The message to post.
    pub fn to_message(&self) -> JsValue {
        let (name, text) = match self {
            Self::Ready => (READY, String::new()),
            Self::Progress(Progress { read, of }) => (PROGRESS, format!("{read} {of}")),
            Self::Imported(report) => (IMPORTED, report.clone()),
            Self::Described(described) => (DESCRIBED, described.clone()),
            Self::IsTable => (IS_TABLE, String::new()),
            Self::Tables(tables) => (TABLES, tables.clone()),
            Self::Refused(reason) => (REFUSED, reason.clone()),
        };
        js_sys::Array::of2(&name.into(), &text.into()).into()
    }

    /// The reply in a message; none if the message has another sender.
    pub fn from_message(message: &JsValue) -> Option<Self> {
        let parts = message.dyn_ref::<js_sys::Array>()?;
        let text = parts.get(1).as_string()?;
        match parts.get(0).as_string()?.as_str() {
            READY => Some(Self::Ready),
            PROGRESS => {
                let (read, of) = text.split_once(' ')?;
                Some(Self::Progress(Progress { read: read.parse().ok()?, of: of.parse().ok()? }))
            }
            IMPORTED => Some(Self::Imported(text)),
            DESCRIBED => Some(Self::Described(text)),
            IS_TABLE => Some(Self::IsTable),
            TABLES => Some(Self::Tables(text)),
            REFUSED => Some(Self::Refused(text)),
            _ => None,
        }
    }
}

/// In a worker: answers every request, and says that it is ready.
pub fn serve<A: Future<Output = Reply> + 'static>(import: impl Fn(ImportRequest) -> A + 'static) {
    let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some(request) = ImportRequest::from_message(&event.data()) {
            let reply = import(request);
            spawn_local(async move { post(&reply.await) });
        }
    });
    scope().set_onmessage(Some(hear.as_ref().unchecked_ref()));
    hear.forget();
    post(&Reply::Ready);
}

/// In a worker: posts a reply. Posting fails only for values that cannot be copied. A text can be copied.
pub fn post(reply: &Reply) {
    let _ = scope().post_message(&reply.to_message());
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}
