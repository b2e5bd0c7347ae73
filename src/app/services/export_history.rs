//! The last exports of each saved plan, so that the next documents can list the changes since then. The browser keeps them
//! beside the plan. Without them, only that list is missing.

use crate::{editor::saving::PlanId, exchange::compare::ExportHistory};

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}

fn key(plan: &PlanId) -> String {
    format!("crosswalk.exports.{plan}")
}

/// The history of a saved plan; empty where there is none.
pub fn load(plan: &PlanId) -> ExportHistory {
    let kept = storage().and_then(|storage| storage.get_item(&key(plan)).ok()?);
    kept.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
}

/// Keeps the history of a saved plan.
pub fn keep(plan: &PlanId, history: &ExportHistory) {
    if let (Some(storage), Ok(text)) = (storage(), serde_json::to_string(history)) {
        let _ = storage.set_item(&key(plan), &text);
    }
}

/// Forgets a plan's history with the plan.
pub fn forget(plan: &PlanId) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(&key(plan));
    }
}
