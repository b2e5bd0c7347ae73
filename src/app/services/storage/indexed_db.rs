//! Plans in IndexedDB. localStorage was measured to lose acknowledged writes when the browser is killed.

use js_sys::{JsString, Promise};
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;

use super::{PlanStorage, Reply, SavedPlan, SavedText, StorageError};
use crate::editor::saving::Receipt;

#[wasm_bindgen(module = "/src/app/services/storage/indexed_db.js")]
extern "C" {
    fn list() -> Promise;
    fn load(id: u32) -> Promise;
    fn save(id: Option<u32>, revision: u32, name: &str, text: &str, saved: f64) -> Promise;
    fn leave(id: Option<u32>, revision: u32, name: &str, text: &str, saved: f64);
    fn remove(id: u32) -> Promise;
    #[wasm_bindgen(js_name = lastOpen)]
    fn last_open() -> Promise;
}

/// The browser's database.
#[derive(Clone, Copy, Debug, Default)]
pub struct IndexedDb;

pub(super) async fn settle(promise: Promise) -> Result<JsValue, StorageError> {
    JsFuture::from(promise).await.map_err(|error| {
        let message = error.dyn_ref::<js_sys::Error>().map(|error| error.message().into());
        let message: String = message.unwrap_or_else(|| {
            // A DOMException is no Error for instanceof across realms; its message is a property all the same.
            js_sys::Reflect::get(&error, &"message".into()).ok().and_then(|text| text.as_string()).unwrap_or_default()
        });
        if message == "conflict" { StorageError::Conflict } else { StorageError::Refused(message) }
    })
}

async fn read<T: DeserializeOwned>(promise: Promise) -> Result<T, StorageError> {
    let answer = settle(promise).await?;
    let text = answer.dyn_into::<JsString>().map(String::from).unwrap_or_default();
    serde_json::from_str(&text).map_err(|error| StorageError::Refused(error.to_string()))
}

impl PlanStorage for IndexedDb {
    fn list(&self) -> Reply<Vec<SavedPlan>> {
        Box::pin(read(list()))
    }

    fn load(&self, id: u32) -> Reply<SavedText> {
        Box::pin(read(load(id)))
    }

    fn save(&self, receipt: Option<Receipt>, name: &str, text: &str) -> Reply<Receipt> {
        let id = receipt.map(|receipt| receipt.id);
        let revision = receipt.map_or(0, |receipt| receipt.revision);
        Box::pin(read(save(id, revision, name, text, js_sys::Date::now())))
    }

    fn leave(&self, receipt: Option<Receipt>, name: &str, text: &str) {
        let (id, revision) = (receipt.map(|receipt| receipt.id), receipt.map_or(0, |receipt| receipt.revision));
        leave(id, revision, name, text, js_sys::Date::now());
    }

    fn remove(&self, id: u32) -> Reply<()> {
        let done = remove(id);
        Box::pin(async move { settle(done).await.map(|_| ()) })
    }

    fn last_open(&self) -> Reply<Option<u32>> {
        let answer = last_open();
        Box::pin(async move {
            // Keys are whole numbers, as autoIncrement makes them.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let id = settle(answer).await?.as_f64().map(|id| id as u32);
            Ok(id)
        })
    }
}
