//! The messages between the app and its worker: one request, then replies until one of them is the last.
//!
//! A file is sent as a handle and a reply as one text. Objects would be copied one by one, on the main thread as well.

use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Blob;

use crate::exchange::graph_schema::{Choice, ImportReport};

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

/// A reply of the worker.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Reply {
    /// The worker is ready.
    Ready,
    /// How much of the file is read.
    Progress(Progress),
    /// The file is read. This is the last reply.
    Imported(Box<ImportReport>),
    /// The file cannot be read, for this reason. This is the last reply.
    Refused(String),
}

/// How far a file is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// Bytes that were read.
    pub read: usize,
    /// Bytes of the file.
    pub of: usize,
}

impl Reply {
    /// The message to post.
    pub fn to_message(&self) -> JsValue {
        JsValue::from_str(&serde_json::to_string(self).unwrap_or_default())
    }

    /// The reply in a message; none if the message has another sender.
    pub fn from_message(message: &JsValue) -> Option<Self> {
        serde_json::from_str(&message.as_string()?).ok()
    }
}
