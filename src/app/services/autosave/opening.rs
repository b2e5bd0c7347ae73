//! Opening a plan: which tab writes to it, and what happens if it cannot be read.

use std::{sync::Arc, time::Duration};

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::{Autosave, now};
use crate::{
    app::{
        navigation::{Part, Purpose},
        parts::{PlanFiles, load_plan_files, with_plan_files},
        services::{
            crash,
            files::plan_file_name,
            storage::{Latest, plan_lock},
        },
        state::{Notice, NoticeAction, ReadOnly},
    },
    editor::saving::{PlanId, Receipt, Refusal, SaveEvent, digest, keeping},
    exchange::plan_file::Saved,
    plan::Plan,
    text::{capitalised, sentence},
};

/// The time between two looks whether another tab still writes.
const LOOK: Duration = Duration::from_secs(2);

impl Autosave {
    /// Opens a plan that has not been saved yet and goes to its mappings, then calls back. The plan is saved as a new one.
    ///
    /// What writes plans is loaded first, because the page may go directly after the plan shows.
    pub fn open_new(self, plan: Plan, opened: impl FnOnce() + 'static) {
        // The browser fetches both at the same time.
        self.with_safekeeping(drop);
        with_plan_files(move |_| {
            self.with_safekeeping(move |_| {
                let id = self.storage.random_id();
                self.hold(&id);
                self.show(plan, Receipt::unsaved(id));
                self.navigation.go(Purpose::EditMappings);
                opened();
            });
        });
    }

    /// Opens a saved plan, then goes to a place. A text that cannot be read is offered as a file and never overwritten.
    pub fn open(&self, id: PlanId, then: Option<Purpose>) {
        self.then.set_value(then);
        self.restored.set_value(None);
        self.send(SaveEvent::Requested(id));
    }

    /// Opens an earlier revision of a plan in place of its latest one. The latest one stays in the list of revisions.
    pub fn restore(self, id: PlanId, plan: Plan) {
        self.then.set_value((untrack(|| self.navigation.here()).part == Part::Start).then_some(Purpose::EditMappings));
        self.restored.set_value(Some(plan));
        self.send(SaveEvent::Requested(id));
    }

    /// Makes this tab the one that writes to the open plan.
    pub fn take_over(self) {
        let (Some(id), Some(lock)) = (self.plan_id(), self.lock.get_value()) else { return };
        self.workspace.notice.set(None);
        let taken = lock.take_over(&id);
        spawn_local(async move {
            taken.await;
            // The other tab may have saved before it let go.
            self.open(id, None);
        });
    }

    /// The address names a plan.
    pub(super) fn follow(self, address: &str) {
        let Some(id) = PlanId::parse(address) else {
            return self.refuse_to_open(&Refusal::Missing);
        };
        if self.plan_id().as_ref() != Some(&id) && !self.machine.with_value(|machine| machine.wants(&id)) {
            self.open(id, None);
        }
    }

    pub(super) fn load(self, id: PlanId) {
        let lock = self.lock.get_value();
        spawn_local(async move {
            // Opening and reading need both; the browser fetches them at the same time.
            with_plan_files(drop);
            let is_writer = match lock {
                Some(lock) => lock.acquire(&id).await,
                None => true,
            };
            let loaded = self.latest(&id).await;
            let files = load_plan_files().await;
            if !self.machine.with_value(|machine| machine.wants(&id)) {
                return plan_lock::release_others(self.plan_id().as_ref());
            }
            match (loaded, files) {
                (Ok(latest), Ok(files)) => self.show_saved(id, latest, files, is_writer),
                (Err(refusal), _) => self.not_opened(id, &refusal),
                (_, Err(error)) => self.not_opened(id, &Refusal::Other(error.to_string())),
            }
        });
    }

    /// The latest state of a plan, with what pages left of it.
    pub(super) async fn latest(self, id: &PlanId) -> Result<Latest, Refusal> {
        // What cannot be settled now stays there for the next time.
        let _ = keeping::settle(&self.storage, || self.storage.random_id()).await;
        self.storage.load(id.clone()).await
    }

    pub(super) fn not_opened(self, id: PlanId, refusal: &Refusal) {
        self.send(SaveEvent::NotLoaded(id));
        self.refuse_to_open(refusal);
    }

    fn refuse_to_open(self, refusal: &Refusal) {
        let open = self.plan_id();
        plan_lock::release_others(open.as_ref());
        // The address names the plan that is on screen.
        self.navigation.name_plan(open.map(|id| id.to_string()));
        let detail = capitalised(&sentence(refusal));
        self.workspace.notice.set(Some(Notice::error("The saved plan cannot be opened.", detail)));
    }

    fn show_saved(self, id: PlanId, Latest { head, text, began }: Latest, files: PlanFiles, is_writer: bool) {
        let read = if head.digest.is_empty() || digest(&text) == head.digest {
            (files.read_saved)(&text)
        } else {
            Err("the text is not the one that was saved; the database is damaged".to_owned())
        };
        match read {
            Ok(Saved { plan, exceeded, notes }) => {
                crash::remember(&plan_file_name(&plan.name), &text);
                let is_along =
                    self.is_open(&id) && self.workspace.read_only.get_untracked() == Some(ReadOnly::OtherTab);
                let receipt = Receipt { id: id.clone(), revision: head.revision };
                if is_along {
                    self.send(SaveEvent::Opened(Arc::new(plan.clone()), receipt));
                    self.workspace.follow(plan);
                } else {
                    self.show(plan, receipt);
                }
                let saved = self.workspace.plan.get_untracked();
                self.workspace.saved(&saved, head.revision);
                self.workspace.saved_at.set(head.saved);
                plan_lock::release_others(Some(&id));
                if is_along && !is_writer {
                    return;
                }
                if is_along {
                    self.workspace.read_only.set(None);
                    self.workspace.notice.set(None);
                    self.workspace.announce("You can change the plan in this tab now.");
                }
                self.workspace.tell_notes(&notes);
                if let Some(exceeded) = exceeded {
                    self.workspace.keep_read_only(&exceeded, text);
                } else if self.storage.is_newer() {
                    self.workspace.read_only.set(Some(ReadOnly::NewerVersion));
                    self.tell_newer();
                } else if !is_writer {
                    self.read_along();
                } else {
                    if let Some(plan) = self.restored.get_value() {
                        self.replace(plan);
                    } else if let Some(began) = began {
                        self.storage.mark(&id, None);
                        self.tell_interrupted(began, head.saved);
                    }
                    self.recall(id, head.past, files);
                }
                self.restored.set_value(None);
                if let Some(purpose) = self.then.get_value() {
                    self.navigation.go(purpose);
                }
            }
            Err(reason) => {
                self.send(SaveEvent::NotLoaded(id));
                self.navigation.name_plan(self.plan_id().map(|id| id.to_string()));
                let reason = capitalised(&sentence(&reason));
                let detail = format!(
                    "{reason} The saved plan is unchanged. Download its text to repair it, or restore an earlier revision on the start page."
                );
                let notice = Notice::error("The saved plan cannot be read.", detail);
                let notice = notice.with_file("Download its text", "damaged.crosswalk.json", text);
                self.workspace.notice.set(Some(notice));
            }
        }
    }

    fn show(self, plan: Plan, receipt: Receipt) {
        let is_first = !self.workspace.is_open.get_untracked();
        let is_same = self.plan_id().as_ref() == Some(&receipt.id);
        if !is_first && !is_same {
            self.drafts.forget();
        }
        self.openings.update_value(|openings| *openings += 1);
        let id = receipt.id.clone();
        self.send(SaveEvent::Opened(Arc::new(plan.clone()), receipt));
        self.workspace.open(plan);
        if !is_same {
            self.workspace.copied();
            self.find_linked_file(id);
        }
        // The first plan after a reload gets its drafts back.
        if is_first {
            let identities = self.workspace.identities.get_untracked();
            self.drafts.rename(|name| identities.current_name(name));
        }
    }

    /// Puts an earlier revision on screen. It is saved as the next one.
    fn replace(self, plan: Plan) {
        self.drafts.forget();
        self.workspace.replace(plan, "Restore an earlier revision");
        let detail =
            "Crosswalk saves it as a new revision. Undo, or the list of revisions, brings the state before it back.";
        self.workspace
            .notice
            .set(Some(Notice::advice("The earlier revision is restored.", detail).until_next_change()));
    }

    /// Shows the plan as one that another tab writes to.
    pub(super) fn read_along(self) {
        if self.workspace.read_only.get_untracked() == Some(ReadOnly::OtherTab) {
            return;
        }
        self.workspace.read_only.set(Some(ReadOnly::OtherTab));
        let detail = "This tab shows what the other one saves. Press Take over to work on it here. The other tab then saves its last changes and becomes read-only.";
        let notice = Notice::advice("This plan is open in another tab.", detail);
        self.workspace.notice.set(Some(notice.with_actions(&[NoticeAction::TakeOver])));
        if let Some(id) = self.plan_id() {
            self.wait_for_lock(id, false);
        }
    }

    /// Opens the plan to write when no other tab writes any longer. It looks twice, because a reload lets go for a moment.
    fn wait_for_lock(self, id: PlanId, was_free: bool) {
        let look = async move {
            let is_waiting =
                || self.is_open(&id) && self.workspace.read_only.get_untracked() == Some(ReadOnly::OtherTab);
            if !is_waiting() {
                return;
            }
            let is_free = plan_lock::is_free(&id).await;
            if !(is_free && was_free) {
                self.wait_for_lock(id, is_free);
            } else if is_waiting() {
                self.open(id, None);
            }
        };
        set_timeout(move || spawn_local(look), LOOK);
    }

    /// A copy of a plan, saved as a new one.
    pub async fn copy(self, id: PlanId) -> Result<(), Refusal> {
        let Latest { text, .. } = self.latest(&id).await?;
        let files = load_plan_files().await.map_err(|error| Refusal::Other(error.to_string()))?;
        let Saved { mut plan, .. } = (files.read_saved)(&text).map_err(Refusal::Damaged)?;
        plan.name = format!("Copy of {}", plan.name);
        self.put((files.write)(&plan), plan.name, now()).await
    }
}
