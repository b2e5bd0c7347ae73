//! What the columns of files hold, as you said it, for the next file with the same headings. The browser keeps the headings
//! and the choices, and never a value.

use super::files::Columns;
use crate::app::rehearsal_messages::FileRead;

const KEY: &str = "crosswalk.columns";
/// How many files are remembered. The oldest is forgotten.
const MOST: usize = 20;

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// What was chosen for all files.
pub(super) fn all() -> Vec<Columns> {
    let kept = storage().and_then(|storage| storage.get_item(KEY).ok()?);
    kept.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
}

fn is_about(columns: &Columns, file: &FileRead) -> bool {
    columns.len() == file.columns.len() && file.columns.iter().all(|column| columns.contains_key(&column.heading))
}

/// What was chosen for a file with these headings.
pub(super) fn recall(file: &FileRead) -> Option<Columns> {
    all().into_iter().find(|columns| is_about(columns, file))
}

/// Remembers a choice.
pub(super) fn remember(file: &FileRead, columns: &Columns) {
    let others = all().into_iter().filter(|one| !is_about(one, file)).take(MOST - 1);
    let kept: Vec<Columns> = std::iter::once(columns.clone()).chain(others).collect();
    if let (Some(storage), Ok(text)) = (storage(), serde_json::to_string(&kept)) {
        // Without it, the next file is guessed again.
        let _ = storage.set_item(KEY, &text);
    }
}
