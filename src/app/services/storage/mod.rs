//! Where plans are kept: a small trait, and IndexedDB behind it.

pub mod directory_files;
mod indexed_db;

pub use indexed_db::IndexedDb;

use std::{future::Future, pin::Pin};

use serde::Deserialize;

use crate::editor::saving::Receipt;

/// A plan in the list of saved ones.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct SavedPlan {
    /// Its key in the storage.
    pub id: u32,
    /// Its name when it was saved.
    pub name: String,
    /// When, in milliseconds since 1970.
    pub saved: f64,
}

/// A saved plan's text.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct SavedText {
    /// Counts the saves, so that two tabs cannot overwrite each other.
    pub revision: u32,
    /// The plan file.
    pub text: String,
}

/// Why the storage failed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StorageError {
    /// The saved plan has changed elsewhere.
    #[error("the plan was changed in another tab")]
    Conflict,
    /// The browser refused: private window, quota, damage.
    #[error("the browser refused: {0}")]
    Refused(String),
}

/// An answer that comes later.
pub type Reply<T> = Pin<Box<dyn Future<Output = Result<T, StorageError>>>>;

/// What the app needs of a storage.
pub trait PlanStorage {
    /// All saved plans, the latest first.
    fn list(&self) -> Reply<Vec<SavedPlan>>;
    /// The text of a plan, which becomes the open one.
    fn load(&self, id: u32) -> Reply<SavedText>;
    /// Saves under a receipt's key, or under a new one. Answers only when the text is durable.
    fn save(&self, receipt: Option<Receipt>, name: &str, text: &str) -> Reply<Receipt>;
    /// Leaves the last text of a plan when the page goes and nobody can wait for an answer. The next page saves it under the
    /// receipt's key, or as a separate plan if another tab saved the plan meanwhile.
    fn leave(&self, receipt: Option<Receipt>, name: &str, text: &str);
    /// Forgets a plan.
    fn remove(&self, id: u32) -> Reply<()>;
    /// The plan that was open last.
    fn last_open(&self) -> Reply<Option<u32>>;
}
