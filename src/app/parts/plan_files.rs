//! Reading and writing of plan files. The start page shows without it.

use std::cell::Cell;

use leptos::task::spawn_local;

use super::{PartError, part};
use crate::{
    exchange::{
        plan_file::{self, Saved},
        read_plan,
    },
    plan::Plan,
};

/// A plan with notes about it, or the reason why it cannot be read.
pub type ReadPlan = Result<(Plan, Vec<String>), String>;

/// The functions of the library for plan files. Their errors are reasons in words.
#[derive(Clone, Copy)]
pub struct PlanFiles {
    /// The plan in a file's bytes with notes; nothing where they are not a plan file. See [`read_plan`].
    pub read: fn(&[u8]) -> Option<ReadPlan>,
    /// A saved plan. See [`plan_file::read_saved`].
    pub read_saved: fn(&str) -> Result<Saved, String>,
    /// The plan as a file's text. See [`plan_file::write`].
    pub write: fn(&Plan) -> String,
}

part!(plan_files_part: PlanFiles = PlanFiles {
    read: |bytes| read_plan(bytes).map(|read| read.map_err(|reason| reason.to_string())),
    read_saved: |text| plan_file::read_saved(text).map_err(|reason| reason.to_string()),
    write: plan_file::write,
});

thread_local! {
    static LOADED: Cell<Option<PlanFiles>> = const { Cell::new(None) };
}

/// Loads the functions for plan files. After the first time this takes no time.
pub async fn load_plan_files() -> Result<PlanFiles, PartError> {
    if let Some(loaded) = LOADED.get() {
        return Ok(loaded);
    }
    let files = plan_files_part().await?;
    LOADED.set(Some(files));
    Ok(files)
}

/// Calls back with the functions for plan files: at once if they are loaded, which matters when the page is about to go.
pub fn with_plan_files(done: impl FnOnce(Result<PlanFiles, PartError>) + 'static) {
    match LOADED.get() {
        Some(files) => done(Ok(files)),
        None => spawn_local(async move { done(load_plan_files().await) }),
    }
}
