//! Keeps the plan: does what the [saving machine](crate::editor::saving) says, with a timer and the browser's storage.

use std::{sync::Arc, time::Duration};

use leptos::{ev, prelude::*};
use wasm_bindgen_futures::spawn_local;

use super::{
    crash, export_history,
    files::plan_file_name,
    storage::{IndexedDb, PlanStorage, SavedPlan, SavedText, StorageError},
};
use crate::{
    app::{
        navigation::{Navigation, Part, Purpose},
        parts::{PlanFiles, load_plan_files, with_plan_files},
        state::{Notice, Workspace},
        widgets::{FieldDrafts, use_field_drafts},
    },
    editor::saving::{Answer, Receipt, SaveAction, SaveEvent, SaveNotice, Saving, Ticket},
    exchange::plan_file::Saved,
    plan::Plan,
    text::{capitalised, sentence},
};

/// The saving of the open plan.
#[derive(Clone, Copy)]
pub struct Autosave {
    workspace: Workspace,
    navigation: Navigation,
    drafts: FieldDrafts,
    storage: StoredValue<Arc<dyn PlanStorage>, LocalStorage>,
    machine: StoredValue<Saving>,
    timer: StoredValue<Option<TimeoutHandle>>,
    /// Where to go when the requested plan is loaded.
    then: StoredValue<Option<Purpose>>,
}

impl Autosave {
    /// The open plan's key in the storage, once it was saved.
    pub fn plan_id(&self) -> Option<u32> {
        self.machine.with_value(Saving::plan_id)
    }

    /// Watches the plan; opens the last one when the address asks for a place.
    pub(super) fn start(workspace: Workspace, navigation: Navigation) {
        let autosave = Self {
            workspace,
            navigation,
            drafts: use_field_drafts(),
            storage: StoredValue::new_local(Arc::new(IndexedDb)),
            machine: StoredValue::new(Saving::default()),
            timer: StoredValue::new(None),
            then: StoredValue::new(None),
        };
        provide_context(autosave);
        Effect::new(move || {
            let plan = workspace.plan.get();
            if workspace.is_open.get() {
                autosave.send(SaveEvent::Changed(plan));
            }
        });
        let _ = window_event_listener(ev::visibilitychange, move |_| {
            if document().hidden() {
                autosave.send(SaveEvent::Due);
            }
        });
        let _ = window_event_listener(ev::pagehide, move |_| autosave.leave());
        let storage = autosave.storage.get_value();
        if untrack(|| navigation.here()).part != Part::Start {
            spawn_local(async move {
                match storage.last_open().await {
                    Ok(Some(id)) => autosave.open(id, None),
                    Ok(None) => {}
                    Err(error) => autosave.refuse(&error.to_string()),
                }
            });
        }
    }

    /// Opens a plan that has not been saved yet and goes to its mappings, then calls back. The plan is saved as a new one.
    ///
    /// What writes plan files is loaded first, because the page may go directly after the plan shows.
    pub fn open_new(self, plan: Plan, opened: impl FnOnce() + 'static) {
        with_plan_files(move |_| {
            self.show(plan, None);
            self.navigation.go(Purpose::EditMappings);
            opened();
        });
    }

    /// Opens a saved plan, then goes to a place. A text that cannot be read is offered as a file and never overwritten.
    pub fn open(&self, id: u32, then: Option<Purpose>) {
        self.then.set_value(then);
        self.send(SaveEvent::Requested(id));
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

    /// The page goes. A save can no longer wait for its answer, so the last texts are left for the next page.
    fn leave(self) {
        let unsaved = self.machine.with_value(Saving::unsaved);
        // It is loaded since the plan was opened, so that this happens at once.
        with_plan_files(move |files| {
            let Ok(files) = files else { return };
            for (receipt, plan) in unsaved {
                self.storage.get_value().leave(receipt, &plan.name, &(files.write)(&plan));
            }
        });
    }

    fn send(self, event: SaveEvent) {
        // Whole milliseconds since 1970: positive and far below the limit.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let now = js_sys::Date::now() as u64;
        let mut actions = Vec::new();
        self.machine.update_value(|machine| actions = machine.handle(event, now));
        for action in actions {
            self.perform(action);
        }
    }

    fn perform(self, action: SaveAction) {
        match action {
            SaveAction::Schedule(after) => {
                self.cancel();
                let due = move || self.send(SaveEvent::Due);
                self.timer.set_value(set_timeout_with_handle(due, Duration::from_millis(after)).ok());
            }
            SaveAction::Cancel => self.cancel(),
            SaveAction::Save(ticket, receipt, plan) => self.save(ticket, receipt, plan),
            SaveAction::Load(id) => self.load(id),
            SaveAction::Show(state) => self.workspace.save_state.set(state),
            SaveAction::Tell(notice) => self.tell(&notice),
        }
    }

    fn cancel(self) {
        let mut timer = None;
        self.timer.update_value(|handle| timer = handle.take());
        if let Some(timer) = timer {
            timer.clear();
        }
    }

    fn save(self, ticket: Ticket, receipt: Option<Receipt>, plan: Arc<Plan>) {
        with_plan_files(move |files| match files {
            Ok(files) => self.keep(ticket, receipt, &plan.name, &(files.write)(&plan)),
            Err(reason) => self.send(SaveEvent::Answered(ticket, Answer::Refused(reason.to_string()))),
        });
    }

    fn keep(self, ticket: Ticket, receipt: Option<Receipt>, name: &str, text: &str) {
        crash::remember(&plan_file_name(name), text);
        let saving = self.storage.get_value().save(receipt, name, text);
        spawn_local(async move {
            let answer = match saving.await {
                Ok(receipt) => Answer::Saved(receipt),
                Err(StorageError::Conflict) => Answer::Conflict,
                Err(error) => Answer::Refused(error.to_string()),
            };
            self.send(SaveEvent::Answered(ticket, answer));
        });
    }

    fn load(self, id: u32) {
        let loading = self.storage.get_value().load(id);
        spawn_local(async move {
            // Opening and reading need both; the browser fetches them at the same time.
            with_plan_files(drop);
            let loaded = loading.await;
            let files = load_plan_files().await;
            if !self.machine.with_value(|machine| machine.wants(id)) {
                return;
            }
            match (loaded, files) {
                (Ok(saved), Ok(files)) => self.show_saved(id, saved, files),
                (Err(error), _) => self.not_opened(id, &error),
                (_, Err(error)) => self.not_opened(id, &error),
            }
        });
    }

    fn not_opened(self, id: u32, reason: &dyn std::fmt::Display) {
        self.send(SaveEvent::NotLoaded(id));
        let detail = capitalised(&sentence(reason));
        self.workspace.notice.set(Some(Notice::error("The saved plan cannot be opened.", detail)));
    }

    fn show_saved(self, id: u32, saved: SavedText, files: PlanFiles) {
        match (files.read_saved)(&saved.text) {
            Ok(Saved { plan, exceeded, notes }) => {
                crash::remember(&plan_file_name(&plan.name), &saved.text);
                self.show(plan, Some(Receipt { id, revision: saved.revision }));
                self.workspace.tell_notes(&notes);
                if let Some(exceeded) = exceeded {
                    self.workspace.keep_read_only(&exceeded, saved.text);
                }
                if let Some(purpose) = self.then.get_value() {
                    self.navigation.go(purpose);
                }
            }
            Err(reason) => {
                self.send(SaveEvent::NotLoaded(id));
                let reason = capitalised(&sentence(&reason));
                let detail = format!("{reason} The saved plan is unchanged. Download its text to repair it.");
                let notice = Notice::error("The saved plan cannot be read.", detail);
                let notice = notice.with_file("Download its text", "damaged.crosswalk.json", saved.text);
                self.workspace.notice.set(Some(notice));
            }
        }
    }

    fn show(self, plan: Plan, receipt: Option<Receipt>) {
        let is_first = !self.workspace.is_open.get_untracked();
        if !is_first {
            self.drafts.forget();
        }
        self.send(SaveEvent::Opened(Arc::new(plan.clone()), receipt));
        self.workspace.open(plan);
        // The first plan after a reload gets its drafts back.
        if is_first {
            let identities = self.workspace.identities.get_untracked();
            self.drafts.rename(|name| identities.current_name(name));
        }
    }

    fn tell(self, notice: &SaveNotice) {
        let notice = match notice {
            SaveNotice::Separated => Notice::error(
                "This plan was changed in another tab.",
                "Your version is now saved as a separate plan. The other version is unchanged.",
            ),
            SaveNotice::Refused(reason) => return self.refuse(reason),
            SaveNotice::NotKept(plan, reason) => {
                return self.offer(Arc::clone(plan), reason);
            }
        };
        self.workspace.notice.set(Some(notice));
    }

    fn offer(self, plan: Arc<Plan>, reason: &str) {
        let detail = capitalised(&sentence(reason));
        let notice = Notice::error("The last changes of the previous plan could not be saved.", detail);
        with_plan_files(move |files| {
            let notice = match files {
                Ok(files) => notice.with_file("Download that plan", &plan_file_name(&plan.name), (files.write)(&plan)),
                Err(_) => notice,
            };
            self.workspace.notice.set(Some(notice));
        });
    }

    fn refuse(self, reason: &str) {
        let reason = capitalised(&sentence(reason));
        let detail = format!("{reason} You can continue, but download the plan (Ctrl+S) before you close the page.");
        self.workspace.notice.set(Some(Notice::error("This browser cannot save plans.", detail)));
    }
}
