//! Where plans are kept: IndexedDB behind the trait of the [saving machine](crate::editor::saving::store), with the lists that
//! the screen shows.

pub mod directory_files;
mod indexed_db;
pub mod linked_files;
pub mod plan_lock;

pub use indexed_db::{IndexedDb, Latest};

use serde::Deserialize;

use crate::editor::saving::PlanId;

/// A plan in the list of saved ones, or a row that cannot be read as one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(default)]
pub struct SavedPlan {
    /// Its name in the storage; none for a damaged row.
    pub id: Option<PlanId>,
    /// Its name when it was saved.
    pub name: String,
    /// When, in milliseconds since 1970; 0 where that is not known.
    pub saved: u64,
    /// When it was deleted.
    pub deleted: Option<u64>,
    /// It separated from another plan, because two tabs had changed the same one.
    pub is_conflicted: bool,
    /// What is wrong with a damaged row.
    pub damage: String,
    /// Where the last list had a damaged row.
    pub place: u32,
}
