//! The plans that are saved: the list, deleting, bringing back, revisions.

use leptos::prelude::*;

use super::{Autosave, now};
use crate::{
    app::{
        parts::load_plan_files,
        services::{
            export_history,
            storage::{SavedPlan, linked_files},
        },
    },
    editor::{
        Past,
        saving::{
            Answer, PlanId, Receipt, Refusal, Revision, SaveEvent,
            keeping::{self, Save, UNTIL_FORGOTTEN},
            store::PlanStore,
        },
    },
    plan::Plan,
};

impl Autosave {
    /// Counts what has changed in the storage. Tracks it.
    pub fn changes(self) -> u32 {
        self.changes.get()
    }

    /// Whether there is nothing to list. The list itself is a part of the app.
    pub async fn is_empty(self) -> bool {
        self.storage.is_empty().await
    }

    /// The saved plans, the latest first. Plans that were deleted long ago are forgotten.
    pub async fn list(self) -> Result<Vec<SavedPlan>, Refusal> {
        let _ = keeping::settle(&self.storage, || self.storage.random_id()).await;
        let mut plans = self.storage.list().await?;
        let due = now().saturating_sub(UNTIL_FORGOTTEN);
        for plan in plans.extract_if(.., |plan| plan.deleted.is_some_and(|deleted| deleted < due)) {
            if let Some(id) = plan.id {
                export_history::forget(&id);
                let _ = linked_files::end(&id).await;
                // Otherwise the next list tries again.
                let _ = keeping::forget(&self.storage, &id, Some(due)).await;
            }
        }
        Ok(plans)
    }

    /// Deletes a plan. It can be brought back for a while.
    pub async fn delete(self, id: PlanId) -> Result<(), Refusal> {
        self.close(&id);
        keeping::set_deleted(&self.storage, &id, Some(now())).await?;
        self.changed(&id);
        Ok(())
    }

    /// Brings a deleted plan back.
    pub async fn bring_back(self, id: PlanId) -> Result<(), Refusal> {
        keeping::set_deleted(&self.storage, &id, None).await?;
        self.changed(&id);
        Ok(())
    }

    /// Forgets a plan with all its revisions.
    pub async fn forget(self, id: PlanId) -> Result<(), Refusal> {
        self.close(&id);
        export_history::forget(&id);
        let _ = linked_files::end(&id).await;
        keeping::forget(&self.storage, &id, None).await?;
        self.changed(&id);
        Ok(())
    }

    /// The best text that the storage has of a damaged row.
    pub async fn rescue(self, place: u32) -> Result<String, Refusal> {
        self.storage.rescue(place).await
    }

    /// Deletes a damaged row.
    pub async fn discard(self, place: u32) -> Result<(), Refusal> {
        self.storage.discard(place).await?;
        self.changes.update(|changes| *changes += 1);
        Ok(())
    }

    /// The revisions of a plan, the latest first.
    pub async fn revisions(self, id: PlanId) -> Result<Vec<Revision>, Refusal> {
        self.storage.revisions(id).await
    }

    /// The plan of a revision.
    pub async fn revision(self, id: PlanId, number: u32) -> Result<Plan, Refusal> {
        let text = self.storage.text(&id, number).await?;
        let files = load_plan_files().await.map_err(|error| Refusal::Other(error.to_string()))?;
        (files.read_saved)(&text).map(|saved| saved.plan).map_err(Refusal::Damaged)
    }

    /// Gives a revision a title, so that it is kept for ever. Without a title it is kept like the others.
    pub async fn name_revision(self, id: PlanId, number: u32, title: Option<String>) -> Result<(), Refusal> {
        keeping::name_revision(&self.storage, &id, number, title).await?;
        self.changed(&id);
        Ok(())
    }

    /// Whether the browser keeps the plans when it needs space.
    pub async fn is_persisted(self) -> Option<bool> {
        self.storage.is_persisted().await
    }

    /// Saves a text as a new plan.
    pub(super) async fn put(self, text: String, name: String, now: u64) -> Result<(), Refusal> {
        let receipt = Receipt::unsaved(self.storage.random_id());
        let (writer, order) = (self.page.get_value(), self.take_ticket());
        let save = Save { receipt, writer, order, name, text, now, is_conflicted: false, past: Some(Past::default()) };
        match keeping::save(&self.storage, save, self.storage.random_id()).await {
            Answer::Saved(receipt) | Answer::SavedAgain(receipt) => {
                self.changed(&receipt.id);
                Ok(())
            }
            Answer::Refused(refusal) => Err(refusal),
            Answer::Conflict(_) => Err(Refusal::Other("another plan has the same name in the database".to_owned())),
        }
    }

    fn changed(self, id: &PlanId) {
        super::plan_lock::announce(id);
        self.changes.update(|changes| *changes += 1);
    }

    /// Takes a plan that is deleted off the screen.
    fn close(self, id: &PlanId) {
        if self.plan_id().as_ref() == Some(id) {
            self.send(SaveEvent::Closed);
            self.drafts.forget();
            self.workspace.close();
            self.navigation.name_plan(None);
            super::plan_lock::release_others(None);
        }
    }
}
