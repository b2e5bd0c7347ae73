//! A file on disk that has the latest state of a plan as well, in browsers that can write to files.

use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};

use super::indexed_db::answer;
use crate::editor::saving::PlanId;

#[wasm_bindgen(module = "/src/app/services/storage/linked_files.js")]
extern "C" {
    #[wasm_bindgen(js_name = canLink)]
    fn can_link() -> bool;
    fn link(plan: &str, name: &str) -> Promise;
    fn linked(plan: &str) -> Promise;
    fn allow(plan: &str) -> Promise;
    fn unlink(plan: &str) -> Promise;
    fn write(plan: &str, text: &str, forced: bool) -> Promise;
}

/// Why the file does not have the latest state.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// You closed the dialog of the browser.
    #[error("no file was chosen")]
    NotChosen,
    /// The browser has to ask first.
    #[error("the browser does not allow it")]
    NotAllowed,
    /// Another program wrote the file.
    #[error("another program has changed the file since Crosswalk wrote it")]
    Changed,
    /// The file was moved or deleted.
    #[error("the file is no longer there")]
    Missing,
    /// After writing, the file had another text.
    #[error("the file does not have the text that was written")]
    NotReadBack,
    /// Something else, in the browser's words.
    #[error("the browser refused: {0}")]
    Other(String),
}

impl LinkError {
    fn of(name: &str, message: &str) -> Self {
        match name {
            "AbortError" => Self::NotChosen,
            "NotAllowedError" | "SecurityError" => Self::NotAllowed,
            "Changed" => Self::Changed,
            "NotFoundError" => Self::Missing,
            "NotReadBack" => Self::NotReadBack,
            _ => Self::Other(if message.is_empty() { name } else { message }.to_owned()),
        }
    }
}

async fn settle(promise: Promise) -> Result<JsValue, LinkError> {
    answer(promise).await.map_err(|(name, message)| LinkError::of(&name, &message))
}

/// Whether this browser can write to files on disk.
pub fn is_possible() -> bool {
    can_link()
}

/// Asks for a file and links the plan to it. Answers the file's name.
pub async fn choose(plan: &PlanId, name: &str) -> Result<String, LinkError> {
    settle(link(plan.as_str(), name)).await.map(|name| name.as_string().unwrap_or_default())
}

/// The name of the linked file, and why it cannot be written without asking.
pub async fn find(plan: &PlanId) -> Option<(String, Option<LinkError>)> {
    let found = settle(linked(plan.as_str())).await.ok()?.dyn_into::<Array>().ok()?;
    Some((found.get(0).as_string()?, found.get(1).as_string().map(|fault| LinkError::of(&fault, ""))))
}

/// Asks whether the linked file may be written.
pub async fn ask(plan: &PlanId) -> Result<(), LinkError> {
    if settle(allow(plan.as_str())).await?.is_truthy() { Ok(()) } else { Err(LinkError::NotAllowed) }
}

/// Ends the link. The file stays as it is.
pub async fn end(plan: &PlanId) -> Result<(), LinkError> {
    settle(unlink(plan.as_str())).await.map(drop)
}

/// Writes a text to the linked file and reads it back. What another program wrote is overwritten by force alone. False if the
/// file had the text already.
pub async fn put(plan: &PlanId, text: &str, is_forced: bool) -> Result<bool, LinkError> {
    settle(write(plan.as_str(), text, is_forced)).await.map(|written| written.is_truthy())
}
