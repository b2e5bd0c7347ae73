//! The files of a rehearsal, in a separate database. They are stored only if you ask for it.

use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::Blob;

use super::indexed_db::answer;
use crate::directory::people_file::Side;

#[wasm_bindgen(module = "/src/app/services/storage/directory_files.js")]
extern "C" {
    #[wasm_bindgen(js_name = keepFiles)]
    fn keep_files(files: &Array) -> Promise;
    #[wasm_bindgen(js_name = keptFiles)]
    fn kept_files() -> Promise;
    #[wasm_bindgen(js_name = forgetFiles)]
    fn forget_files() -> Promise;
}

/// The browser does not store or read the files.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the browser refused: {0}")]
pub struct StorageError(String);

async fn settle(promise: Promise) -> Result<JsValue, StorageError> {
    answer(promise).await.map_err(|(_, message)| StorageError(message))
}

/// A stored file.
#[derive(Clone, Debug)]
pub struct KeptFile {
    /// Whose users it has.
    pub side: Side,
    /// Its name.
    pub name: String,
    /// The file.
    pub file: Blob,
    /// What its columns hold, as JSON.
    pub columns: String,
}

const SIDES: [(Side, &str); 2] = [(Side::People, "people"), (Side::Target, "users")];

fn key(side: Side) -> &'static str {
    SIDES.iter().find(|(one, _)| *one == side).map_or("", |(_, key)| *key)
}

fn read(entry: &JsValue) -> Option<KeptFile> {
    let parts = entry.dyn_ref::<Array>()?;
    let key = parts.get(0).as_string()?;
    let (side, _) = SIDES.into_iter().find(|(_, one)| *one == key)?;
    let file = parts.get(2).dyn_into().ok()?;
    Some(KeptFile { side, name: parts.get(1).as_string()?, file, columns: parts.get(3).as_string()? })
}

/// Stores these files in place of all others.
pub async fn keep(files: Vec<KeptFile>) -> Result<(), StorageError> {
    let entries = Array::new();
    for KeptFile { side, name, file, columns } in files {
        entries.push(&Array::of4(&key(side).into(), &name.into(), &file, &columns.into()));
    }
    settle(keep_files(&entries)).await.map(drop)
}

/// The stored files: the people first.
pub async fn kept() -> Result<Vec<KeptFile>, StorageError> {
    let answer = settle(kept_files()).await?;
    Ok(answer
        .dyn_ref::<Array>()
        .map(|entries| entries.iter().filter_map(|entry| read(&entry)).collect())
        .unwrap_or_default())
}

/// Deletes all of them.
pub async fn forget() -> Result<(), StorageError> {
    settle(forget_files()).await.map(drop)
}
