//! Keeps the plan: 300 ms after the last change, a second after the first, at once when the page is hidden.

use std::{sync::Arc, time::Duration};

use leptos::{ev, prelude::*};
use wasm_bindgen_futures::spawn_local;

use super::{
    crash, export_history,
    files::plan_file_name,
    storage::{IndexedDb, PlanStorage, Receipt, SavedPlan, StorageError},
};
use crate::{
    app::state::{Notice, Place, SaveState, Workspace},
    exchange::plan_file,
    plan::Plan,
};

const AFTER: Duration = Duration::from_millis(300);
const AT_MOST: Duration = Duration::from_secs(1);
const RETRY: Duration = Duration::from_secs(10);

/// The saving of the open plan.
#[derive(Clone, Copy)]
pub struct Autosave {
    workspace: Workspace,
    storage: StoredValue<Arc<dyn PlanStorage>, LocalStorage>,
    receipt: StoredValue<Option<Receipt>>,
    /// The plan that the storage holds, or that came from it.
    kept: StoredValue<Option<Arc<Plan>>>,
    timer: StoredValue<Option<TimeoutHandle>>,
    /// When the first change came that is not saved yet, in milliseconds.
    changed_at: StoredValue<Option<f64>>,
    /// What another plan left unsaved when it was closed in the middle of a save.
    left_behind: StoredValue<Option<Arc<Plan>>>,
    is_saving: StoredValue<bool>,
    /// Which opened plan a late answer is about.
    generation: StoredValue<u32>,
}

impl Autosave {
    /// The open plan's key in the storage, once it was saved.
    pub fn plan_id(&self) -> Option<u32> {
        self.receipt.get_value().map(|receipt| receipt.id)
    }

    /// Watches the plan; opens the last one when the address asks for a place.
    pub(super) fn start(workspace: Workspace) {
        let autosave = Self {
            workspace,
            storage: StoredValue::new_local(Arc::new(IndexedDb)),
            receipt: StoredValue::new(None),
            kept: StoredValue::new(None),
            timer: StoredValue::new(None),
            changed_at: StoredValue::new(None),
            left_behind: StoredValue::new(None),
            is_saving: StoredValue::new(false),
            generation: StoredValue::new(0),
        };
        provide_context(autosave);
        Effect::new(move || {
            let plan = workspace.plan.get();
            if workspace.is_open.get() && !autosave.is_kept(&plan) {
                crash::remember(&plan_file_name(&plan.name), &plan_file::write(&plan));
                workspace.save_state.set(SaveState::Unsaved);
                autosave.schedule(autosave.wait());
            } else if workspace.is_open.get() && !autosave.is_saving.get_value() {
                workspace.save_state.set(SaveState::Saved);
            }
        });
        let _ = window_event_listener(ev::visibilitychange, move |_| {
            if document().hidden() {
                autosave.save_now();
            }
        });
        let storage = autosave.storage.get_value();
        if workspace.place.get_untracked() != Place::Start {
            spawn_local(async move {
                match storage.last_open().await {
                    Ok(Some(id)) => autosave.open(id, None),
                    Ok(None) => {}
                    Err(error) => autosave.refuse(&error),
                }
            });
        }
    }

    fn is_kept(&self, plan: &Arc<Plan>) -> bool {
        self.kept.with_value(|kept| kept.as_ref().is_some_and(|kept| Arc::ptr_eq(kept, plan) || kept == plan))
    }

    /// Opens a plan that has not been saved yet: it gets a place of its own.
    pub fn open_new(&self, plan: Plan) {
        self.save_now();
        self.begin(None, None);
        self.workspace.open(plan);
    }

    fn begin(&self, receipt: Option<Receipt>, kept: Option<Arc<Plan>>) {
        let plan = self.workspace.plan.get_untracked();
        if self.is_saving.get_value() && !self.is_kept(&plan) {
            self.left_behind.set_value(Some(plan));
        }
        self.generation.update_value(|generation| *generation += 1);
        self.receipt.set_value(receipt);
        self.kept.set_value(kept);
        self.is_saving.set_value(false);
    }

    /// Opens a saved plan. What cannot be read is said, kept and never overwritten.
    pub fn open(&self, id: u32, then: Option<Place>) {
        let autosave = *self;
        autosave.save_now();
        let storage = self.storage.get_value();
        spawn_local(async move {
            match storage.load(id).await {
                Ok(saved) => match plan_file::read(&saved.text) {
                    Ok(plan) => {
                        let receipt = Receipt { id, revision: saved.revision };
                        crash::remember(&plan_file_name(&plan.name), &saved.text);
                        autosave.begin(Some(receipt), Some(Arc::new(plan.clone())));
                        autosave.workspace.open(plan);
                        if let Some(place) = then {
                            autosave.workspace.go(place);
                        }
                    }
                    Err(reason) => {
                        let reason = reason.to_string();
                        let detail = format!(
                            "{}. It stays as it is; keep its text as a file to have it mended.",
                            reason.trim_end_matches('.')
                        );
                        let notice = Notice::error("The saved plan cannot be read.", detail);
                        let notice = notice.with_file("Download its text", "damaged.crosswalk.json", saved.text);
                        autosave.workspace.notice.set(Some(notice));
                    }
                },
                Err(error) => autosave.refuse(&error),
            }
        });
    }

    /// The saved plans, the latest first.
    pub async fn list(self) -> Result<Vec<SavedPlan>, StorageError> {
        self.storage.get_value().list().await
    }

    /// Forgets a saved plan.
    pub async fn remove(self, id: u32) -> Result<(), StorageError> {
        export_history::forget(id);
        self.storage.get_value().remove(id).await
    }

    /// The plan was closed while it was being saved: what had changed since goes after it.
    async fn save_left_behind(self, earlier: Result<Receipt, StorageError>) {
        let mut left = None;
        self.left_behind.update_value(|plan| left = plan.take());
        let Some(plan) = left else { return };
        let text = plan_file::write(&plan);
        let result = match earlier {
            Ok(receipt) => self.storage.get_value().save(Some(receipt), &plan.name, &text).await,
            Err(error) => Err(error),
        };
        if let Err(error) = result {
            let notice = Notice::error("The last changes of the plan before could not be kept.", format!("{error}."));
            let notice = notice.with_file("Download that plan", &plan_file_name(&plan.name), text);
            self.workspace.notice.set(Some(notice));
        }
    }

    fn refuse(&self, error: &StorageError) {
        let detail = format!("{error}. You can go on working, but keep the plan as a file (Ctrl+S) before you leave.");
        self.workspace.notice.set(Some(Notice::error("Plans cannot be kept in this browser.", detail)));
    }

    /// How long to wait for the next change: not at all when the first has waited long enough.
    fn wait(&self) -> Duration {
        let now = js_sys::Date::now();
        let since = self.changed_at.get_value().unwrap_or(now);
        self.changed_at.set_value(Some(since));
        let waited = Duration::from_secs_f64(((now - since) / 1000.0).clamp(0.0, 1.0));
        AFTER.min(AT_MOST.saturating_sub(waited))
    }

    fn schedule(self, after: Duration) {
        self.cancel();
        self.timer.set_value(set_timeout_with_handle(move || self.save_now(), after).ok());
    }

    fn cancel(&self) {
        let mut timer = None;
        self.timer.update_value(|handle| timer = handle.take());
        if let Some(timer) = timer {
            timer.clear();
        }
    }

    /// Saves what is not saved yet.
    pub fn save_now(&self) {
        let autosave = *self;
        let workspace = self.workspace;
        let plan = workspace.plan.get_untracked();
        if !workspace.is_open.get_untracked() || self.is_kept(&plan) || self.is_saving.get_value() {
            return;
        }
        self.cancel();
        self.changed_at.set_value(None);
        self.is_saving.set_value(true);
        workspace.save_state.set(SaveState::Saving);
        let generation = self.generation.get_value();
        let storage = self.storage.get_value();
        let saving = storage.save(self.receipt.get_value(), &plan.name, &plan_file::write(&plan));
        spawn_local(async move {
            let result = saving.await;
            if generation != autosave.generation.get_value() {
                autosave.save_left_behind(result).await;
                return;
            }
            autosave.is_saving.set_value(false);
            match result {
                Ok(receipt) => {
                    autosave.receipt.set_value(Some(receipt));
                    autosave.kept.set_value(Some(Arc::clone(&plan)));
                    if autosave.is_kept(&workspace.plan.get_untracked()) {
                        workspace.save_state.set(SaveState::Saved);
                    } else {
                        workspace.save_state.set(SaveState::Unsaved);
                        autosave.schedule(AFTER);
                    }
                }
                Err(StorageError::Conflict) => {
                    autosave.receipt.set_value(None);
                    let detail = "What you see here is now saved as a plan of its own; the other one stays as it is.";
                    workspace.notice.set(Some(Notice::error("This plan was changed in another tab.", detail)));
                    autosave.save_now();
                }
                Err(error) => {
                    workspace.save_state.set(SaveState::Failed(error.to_string()));
                    autosave.refuse(&error);
                    autosave.schedule(RETRY);
                }
            }
        });
    }
}
