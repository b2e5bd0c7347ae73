//! Keeps the plan: does what the [saving machine](crate::editor::saving) says, with a timer and the browser's storage.
//!
//! What reads and writes plans is a part of the app: a first visit has none.

mod linked_file;
mod opening;
mod past;
mod shelf;
mod telling;

pub use linked_file::LinkedFile;

use std::{collections::BTreeSet, rc::Rc, sync::Arc, time::Duration};

use leptos::{ev, prelude::*};
use wasm_bindgen_futures::spawn_local;

use super::{
    crash,
    files::plan_file_name,
    storage::{
        IndexedDb,
        plan_lock::{self, PlanLock},
    },
};
use crate::{
    app::{
        navigation::{Navigation, Purpose},
        parts::{PartError, part, with_plan_files},
        state::{ReadOnly, Workspace},
        widgets::{FieldDrafts, use_field_drafts},
    },
    editor::saving::{
        Answer, PlanId, Receipt, Refusal, SaveAction, SaveEvent, SaveState, Saving, Ticket,
        keeping::{self, Save},
        store::Left,
    },
    plan::Plan,
};

/// What reads plans from the storage and writes them.
#[derive(Clone, Copy)]
struct Safekeeping {
    load: fn(Autosave, PlanId),
    save: fn(Autosave, Ticket, Receipt, Arc<Plan>),
    leave: fn(Autosave),
}

part!(safekeeping_part: Safekeeping = Safekeeping { load: Autosave::load, save: Autosave::save, leave: Autosave::leave });

/// The saving of the open plan, and the plans that are saved.
#[derive(Clone, Copy)]
pub struct Autosave {
    workspace: Workspace,
    navigation: Navigation,
    drafts: FieldDrafts,
    storage: IndexedDb,
    /// Once it is loaded.
    safekeeping: StoredValue<Option<Safekeeping>>,
    lock: StoredValue<Option<Rc<PlanLock>>, LocalStorage>,
    machine: StoredValue<Saving>,
    /// Names this page in the storage.
    page: StoredValue<String>,
    timer: StoredValue<Option<TimeoutHandle>>,
    /// Where to go when the requested plan is loaded.
    then: StoredValue<Option<Purpose>>,
    /// The plan that replaces the requested one when that is loaded: an earlier revision of it.
    restored: StoredValue<Option<Plan>>,
    /// Plans that separated from another one in this page.
    separated: StoredValue<BTreeSet<PlanId>>,
    /// Counts the plans that were shown.
    openings: StoredValue<u32>,
    is_persistence_requested: StoredValue<bool>,
    /// The storage knows that the open plan has changes that are not saved.
    is_begun: StoredValue<bool>,
    /// The file on disk of the open plan.
    linked: RwSignal<LinkedFile>,
    /// Counts what has changed in the storage.
    changes: RwSignal<u32>,
}

/// The time in milliseconds since 1970.
fn now() -> u64 {
    // Whole milliseconds since 1970: positive and far below the limit.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let now = js_sys::Date::now() as u64;
    now
}

impl Autosave {
    /// The open plan's name in the storage.
    pub fn plan_id(&self) -> Option<PlanId> {
        self.machine.with_value(|machine| machine.plan_id().cloned())
    }

    fn is_open(self, id: &PlanId) -> bool {
        self.plan_id().as_ref() == Some(id)
    }

    /// Watches the plan; opens the one that the address names.
    pub(super) fn start(workspace: Workspace, navigation: Navigation) {
        let autosave = Self {
            workspace,
            navigation,
            drafts: use_field_drafts(),
            storage: IndexedDb,
            safekeeping: StoredValue::new(None),
            lock: StoredValue::new_local(None),
            machine: StoredValue::new(Saving::default()),
            page: StoredValue::new(IndexedDb.random_id().to_string()),
            timer: StoredValue::new(None),
            then: StoredValue::new(None),
            restored: StoredValue::new(None),
            separated: StoredValue::new(BTreeSet::new()),
            openings: StoredValue::new(0),
            is_persistence_requested: StoredValue::new(false),
            is_begun: StoredValue::new(false),
            linked: RwSignal::new(LinkedFile::None),
            changes: RwSignal::new(0),
        };
        provide_context(autosave);
        let is_open = move |plan: &PlanId| autosave.is_open(plan);
        let taken = move |plan: PlanId| {
            if is_open(&plan) {
                autosave.send(SaveEvent::TakenOver);
            }
        };
        let saved = move |plan: PlanId| {
            autosave.changes.update(|changes| *changes += 1);
            // What another tab writes is read along.
            if is_open(&plan) && workspace.read_only.get_untracked() == Some(ReadOnly::OtherTab) {
                autosave.open(plan, None);
            }
        };
        autosave.lock.set_value(Some(Rc::new(PlanLock::listen(taken, taken, saved))));
        Effect::new(move || {
            let plan = workspace.plan.get();
            if workspace.is_open.get() {
                autosave.send(SaveEvent::Changed(plan));
                if workspace.read_only.get_untracked().is_none() {
                    autosave.remind();
                }
            }
        });
        Effect::new(move || {
            if let Some(plan) = navigation.plan() {
                untrack(|| autosave.follow(&plan));
            }
        });
        let _ = window_event_listener(ev::visibilitychange, move |_| {
            if document().hidden() {
                autosave.send(SaveEvent::Due);
            }
        });
        let _ = window_event_listener(ev::blur, move |_| autosave.send(SaveEvent::Due));
        let _ = window_event_listener(ev::pagehide, move |_| {
            // It is loaded since a plan was opened. A page that goes cannot load it.
            if let Some(part) = autosave.safekeeping.get_value() {
                (part.leave)(autosave);
            }
        });
    }

    /// Calls back with what reads and writes plans: at once if it is loaded, because the page may be about to go.
    fn with_safekeeping(self, done: impl FnOnce(Result<Safekeeping, PartError>) + 'static) {
        if let Some(part) = self.safekeeping.get_value() {
            return done(Ok(part));
        }
        spawn_local(async move {
            let part = safekeeping_part().await;
            if let Ok(part) = part {
                self.safekeeping.set_value(Some(part));
            }
            done(part);
        });
    }

    /// Saves the open plan now.
    pub fn save_now(self) {
        self.workspace.notice.set(None);
        self.send(SaveEvent::Due);
    }

    /// The page goes. A save can no longer wait for its answer, so the last texts are left for the next page.
    fn leave(self) {
        let (unsaved, under_way) = self.machine.with_value(|machine| (machine.unsaved(), machine.under_way()));
        // They are loaded since the plan was opened, so that this happens at once.
        with_plan_files(move |files| {
            let Ok(files) = files else { return };
            for (receipt, plan) in unsaved {
                let (writer, order) = (self.page.get_value(), self.take_ticket());
                let (key, name, text) = (format!("{writer} {order}"), plan.name.clone(), (files.write)(&plan));
                let past = self.workspace.past(&plan, under_way.as_ref());
                self.storage.leave(&Left { key, receipt, writer, order, name, text, saved: now(), past });
            }
        });
    }

    fn take_ticket(self) -> Ticket {
        let mut ticket = 0;
        self.machine.update_value(|machine| ticket = machine.take_ticket());
        ticket
    }

    fn send(self, event: SaveEvent) {
        let mut actions = Vec::new();
        self.machine.update_value(|machine| actions = machine.handle(event, now()));
        // The address names the plan before anything of it is saved.
        if let Some(plan) = self.plan_id() {
            self.navigation.name_plan(Some(plan.to_string()));
        }
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
            SaveAction::Save(ticket, receipt, plan) => self.with_safekeeping(move |part| match part {
                Ok(part) => (part.save)(self, ticket, receipt, plan),
                Err(reason) => self.not_saved(ticket, reason),
            }),
            SaveAction::Load(id) => self.with_safekeeping(move |part| match part {
                Ok(part) => (part.load)(self, id),
                Err(reason) => self.not_opened(id, &Refusal::Other(reason.to_string())),
            }),
            SaveAction::Show(state) => self.show_state(state),
            SaveAction::Tell(notice) => self.tell(&notice),
            SaveAction::HandOver => {
                plan_lock::release_others(None);
                self.read_along();
            }
        }
    }

    /// Shows whether the plan is saved. The storage knows it too, in case that the browser stops.
    fn show_state(self, state: SaveState) {
        if let Some(plan) = self.plan_id() {
            match state {
                SaveState::Unsaved if !self.is_begun.get_value() => {
                    self.is_begun.set_value(true);
                    self.storage.mark(&plan, Some(now()));
                }
                SaveState::Saved if self.is_begun.get_value() => {
                    self.is_begun.set_value(false);
                    self.storage.mark(&plan, None);
                }
                _ => {}
            }
        }
        self.workspace.save_state.set(state);
    }

    fn cancel(self) {
        let mut timer = None;
        self.timer.update_value(|handle| timer = handle.take());
        if let Some(timer) = timer {
            timer.clear();
        }
    }

    fn save(self, ticket: Ticket, receipt: Receipt, plan: Arc<Plan>) {
        with_plan_files(move |files| match files {
            Ok(files) => {
                let text = (files.write)(&plan);
                self.keep(ticket, receipt, plan, text);
            }
            Err(reason) => self.not_saved(ticket, reason),
        });
    }

    fn not_saved(self, ticket: Ticket, reason: PartError) {
        self.send(SaveEvent::Answered(ticket, Answer::Refused(Refusal::Other(reason.to_string()))));
    }

    fn keep(self, order: Ticket, receipt: Receipt, plan: Arc<Plan>, text: String) {
        crash::remember(&plan_file_name(&plan.name), &text);
        let is_conflicted = self.separated.with_value(|separated| separated.contains(&receipt.id));
        let (writer, name, past) = (self.page.get_value(), plan.name.clone(), self.workspace.past(&plan, None));
        let for_file = (self.linked.get_untracked() != LinkedFile::None).then(|| text.clone());
        let save = Save { receipt, writer, order, name, text, now: now(), is_conflicted, past };
        spawn_local(async move {
            let answer = keeping::save(&self.storage, save, self.storage.random_id()).await;
            match &answer {
                Answer::Saved(receipt) => self.kept(receipt, &plan),
                Answer::SavedAgain(receipt) => {
                    self.workspace.forget_revisions();
                    self.kept(receipt, &plan);
                }
                Answer::Conflict(id) => self.separate(id),
                Answer::Refused(_) => {}
            }
            let saved = match &answer {
                Answer::Saved(receipt) | Answer::SavedAgain(receipt) => Some(receipt.id.clone()),
                _ => None,
            };
            self.send(SaveEvent::Answered(order, answer));
            if let (Some(id), Some(text)) = (saved, for_file) {
                self.follow_file(id, text, false).await;
            }
        });
    }

    /// There is work to lose now, so the browser is asked to keep it.
    fn kept(self, receipt: &Receipt, plan: &Arc<Plan>) {
        if self.is_open(&receipt.id) {
            self.workspace.saved(plan, receipt.revision);
            self.workspace.saved_at.set(now());
        }
        plan_lock::announce(&receipt.id);
        self.changes.update(|changes| *changes += 1);
        if !self.is_persistence_requested.get_value() {
            self.is_persistence_requested.set_value(true);
            spawn_local(async move {
                // Settings shows the answer.
                let _ = self.storage.persist().await;
            });
        }
    }

    fn separate(self, id: &PlanId) {
        self.workspace.forget_revisions();
        self.find_linked_file(id.clone());
        self.separated.update_value(|separated| {
            separated.insert(id.clone());
        });
        self.hold(id);
    }

    /// Holds the lock of a plan that no other page knows yet.
    fn hold(self, id: &PlanId) {
        if let Some(lock) = self.lock.get_value() {
            let held = lock.acquire(id);
            spawn_local(async move {
                let _ = held.await;
            });
        }
    }
}
