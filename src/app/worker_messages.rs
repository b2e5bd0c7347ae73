//! What the app and its worker say to each other: one request, and replies until one ends it.
//!
//! A file goes as a handle, a reply as one text: objects would be copied one by one, on the main thread as well.

use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Blob;

use super::import::Report;
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
    /// As it is posted.
    pub fn to_message(&self) -> JsValue {
        let choice = serde_json::to_string(&self.choice).unwrap_or_default();
        js_sys::Array::of2(&self.file, &JsValue::from_str(&choice)).into()
    }

    /// As it was posted; none for a message of anyone else.
    pub fn from_message(message: &JsValue) -> Option<Self> {
        let parts = message.dyn_ref::<js_sys::Array>()?;
        let file = parts.get(0).dyn_into().ok()?;
        let choice = serde_json::from_str(&parts.get(1).as_string()?).ok()?;
        Some(Self { file, choice })
    }
}

/// What the worker answers.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Reply {
    /// It listens.
    Ready,
    /// So many bytes of the file are read.
    Progress(Progress),
    /// The file is read. The last reply.
    Imported(Box<Report>),
    /// It cannot be read, for this reason. The last reply.
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
    /// As it is posted.
    pub fn to_message(&self) -> JsValue {
        JsValue::from_str(&serde_json::to_string(self).unwrap_or_default())
    }

    /// As it was posted; none for a message of anyone else.
    pub fn from_message(message: &JsValue) -> Option<Self> {
        serde_json::from_str(&message.as_string()?).ok()
    }
}
