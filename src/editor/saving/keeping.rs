//! Saving, naming and deleting as transactions on a [store](super::store). What is decided here is decided while nobody else
//! can write.

use std::{cell::Cell, rc::Rc};

use super::{
    Answer,
    record::{Head, PlanId, Receipt, Revision, digest},
    refusal::Refusal,
    store::{Change, Kept, Left, PlanStore, Reads},
    thinning::{CAP, to_forget},
};
use crate::editor::{PAST_STEPS, Past, PastStep};

/// After so many saves, the revisions are thinned out.
const THIN_AFTER: u32 = 50;

/// A deleted plan can be brought back for so many milliseconds: seven days.
pub const UNTIL_FORGOTTEN: u64 = 7 * 24 * 60 * 60 * 1000;

/// A text to save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Save {
    /// Where this page saved the plan last.
    pub receipt: Receipt,
    /// This page.
    pub writer: String,
    /// Counts the saves of this page.
    pub order: u64,
    /// The plan's name.
    pub name: String,
    /// The plan file.
    pub text: String,
    /// The time in milliseconds since 1970.
    pub now: u64,
    /// The plan separated from another one.
    pub is_conflicted: bool,
    /// The steps that can be undone and redone. They are not known of a plan that had left the screen.
    pub past: Option<Past>,
}

/// What a save did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Saved { revision: u32, was_missing: bool },
    Conflict,
}

/// The steps of a text that was saved. The storage may not have a revision that its page expected.
fn said(past: Past, head: &Head) -> Past {
    let known = |steps: Vec<PastStep>| steps.into_iter().filter(|step| step.revision <= head.revision).collect();
    Past { undo: known(past.undo), redo: known(past.redo) }
}

/// The past of a text whose page did not say it: one step back to the text before.
fn unsaid(head: &Head) -> Past {
    let Past { mut undo, .. } = head.past.clone();
    if head.revision > 0 {
        undo.push(PastStep { revision: head.revision, label: "The last changes".to_owned() });
    }
    Past { undo: undo.split_off(undo.len().saturating_sub(PAST_STEPS)), redo: Vec::new() }
}

/// Compares and swaps: a text follows the revision that its page knows. It also follows an earlier text of the same page,
/// because the page may not have heard the answer. It never follows a later one: an answer can be so late that the page has
/// saved again.
fn decide(save: Save, kept: Kept) -> (Change, Outcome) {
    let head = kept.head.unwrap_or_default();
    let was_missing = head.revision == 0 && save.receipt.revision > 0;
    let is_own = head.writer == save.writer;
    if head.revision > 0 && is_own && head.order >= save.order {
        return (Change::default(), Outcome::Saved { revision: head.revision, was_missing });
    }
    let known = head.revision == save.receipt.revision || is_own || head.revision == 0;
    let digest = digest(&save.text);
    if head.revision > 0 && head.digest == digest && head.deleted.is_none() {
        let outcome = Outcome::Saved { revision: head.revision, was_missing };
        return (Change::default(), outcome);
    }
    if !known {
        return (Change::default(), Outcome::Conflict);
    }
    // After the browser's data was deleted, the plan goes on counting, so that a link to its revision never means another.
    let parent = if was_missing { save.receipt.revision } else { head.revision };
    let (number, bytes) = (parent + 1, save.text.len() as u64);
    let revision = Revision { number, parent, saved: save.now, bytes, digest: digest.clone(), title: None };
    let past = save.past.map_or_else(|| unsaid(&head), |past| said(past, &head));
    let head = Head {
        revision: number,
        name: save.name,
        saved: save.now,
        writer: save.writer,
        order: save.order,
        digest,
        bytes: head.bytes + bytes,
        is_conflicted: head.is_conflicted || save.is_conflicted,
        deleted: None,
        past,
    };
    let change =
        Change { head: Some(head), revision: Some(revision), text: Some((number, save.text)), ..Change::default() };
    (change, Outcome::Saved { revision: number, was_missing })
}

/// What a decision found out, once its transaction is complete.
async fn transact<T: Copy + 'static>(
    store: &dyn PlanStore,
    id: &PlanId,
    reads: Reads,
    left: Option<String>,
    decide: impl FnOnce(Kept) -> (Change, T) + 'static,
) -> Result<T, Refusal> {
    let found = Rc::new(Cell::new(None));
    let answer = Rc::clone(&found);
    let decide = Box::new(move |kept| {
        let (change, value) = decide(kept);
        answer.set(Some(value));
        change
    });
    store.change(id, reads, left, decide).await?;
    found.get().ok_or_else(|| Refusal::Other("the database did not read the plan".to_owned()))
}

/// Saves a text as the next revision. Answers only when it is durable. On a conflict nothing is written, and the answer
/// has the name for a separate plan.
pub async fn save(store: &dyn PlanStore, save: Save, separate: PlanId) -> Answer {
    let (id, now) = (save.receipt.id.clone(), save.now);
    let done = transact(store, &id, Reads::Head, None, move |kept| {
        let bytes = kept.head.as_ref().map_or(0, |head| head.bytes) + save.text.len() as u64;
        let (change, outcome) = decide(save, kept);
        (change, (outcome, bytes > CAP))
    });
    match done.await {
        Ok((Outcome::Saved { revision, was_missing }, is_full)) => {
            if is_full || revision % THIN_AFTER == 0 {
                // The text is saved whatever happens to the older ones.
                let _ = thin(store, &id, now).await;
            }
            let receipt = Receipt { id, revision };
            if was_missing { Answer::SavedAgain(receipt) } else { Answer::Saved(receipt) }
        }
        Ok((Outcome::Conflict, _)) => Answer::Conflict(separate),
        Err(refusal) => Answer::Refused(refusal),
    }
}

/// Forgets the revisions that are no longer [kept](to_forget).
pub async fn thin(store: &dyn PlanStore, id: &PlanId, now: u64) -> Result<(), Refusal> {
    transact(store, id, Reads::Revisions, None, move |kept| {
        let forget = to_forget(&kept.revisions, now);
        let bytes = kept.revisions.iter().filter(|one| !forget.contains(&one.number)).map(|one| one.bytes).sum();
        let head = kept.head.filter(|head| head.bytes != bytes).map(|head| Head { bytes, ..head });
        (Change { head, forget, ..Change::default() }, ())
    })
    .await
}

/// Gives a revision a title, or takes it away.
pub async fn name_revision(
    store: &dyn PlanStore,
    id: &PlanId,
    number: u32,
    title: Option<String>,
) -> Result<(), Refusal> {
    let is_known = transact(store, id, Reads::Revisions, None, move |kept| {
        let revision = kept.revisions.into_iter().find(|one| one.number == number);
        let is_known = revision.is_some();
        let revision = revision.map(|revision| Revision { title, ..revision });
        (Change { revision, ..Change::default() }, is_known)
    });
    if is_known.await? { Ok(()) } else { Err(Refusal::Missing) }
}

/// Deletes a plan, so that it can be brought back for [a while](UNTIL_FORGOTTEN); or brings it back.
pub async fn set_deleted(store: &dyn PlanStore, id: &PlanId, deleted: Option<u64>) -> Result<(), Refusal> {
    transact(store, id, Reads::Head, None, move |kept| {
        let head = kept.head.map(|head| Head { deleted, ..head });
        (Change { head, ..Change::default() }, ())
    })
    .await
}

/// Forgets a plan with all its revisions: one that is deleted since a time before this, or any if there is no time.
pub async fn forget(store: &dyn PlanStore, id: &PlanId, deleted_before: Option<u64>) -> Result<(), Refusal> {
    transact(store, id, Reads::Revisions, None, move |kept| {
        let deleted = kept.head.as_ref().and_then(|head| head.deleted);
        // Somebody may have brought it back meanwhile.
        let is_due = deleted_before.is_none_or(|before| deleted.is_some_and(|deleted| deleted < before));
        let forget = if is_due { kept.revisions.iter().map(|one| one.number).collect() } else { Vec::new() };
        (Change { forget, forgets_plan: is_due, ..Change::default() }, ())
    })
    .await
}

/// Puts the last texts of pages that are gone where they belong. What somebody else saved since is never overwritten: the
/// text then becomes a separate plan, under one of the `separate` names.
pub async fn settle(store: &dyn PlanStore, mut separate: impl FnMut() -> PlanId) -> Result<(), Refusal> {
    let mut left = store.left().await?;
    left.sort_by(|one, other| (one.saved, one.order, &one.key).cmp(&(other.saved, other.order, &other.key)));
    for Left { key, receipt, writer, order, name, text, saved, past } in left {
        let save = Save { receipt, writer, order, name, text, now: saved, is_conflicted: false, past };
        // The revisions that its steps name belong to the other plan.
        let copy = Save { receipt: Receipt::unsaved(separate()), is_conflicted: true, past: None, ..save.clone() };
        if put(store, key.clone(), save).await? == Some(Outcome::Conflict) {
            put(store, key, copy).await?;
        }
    }
    Ok(())
}

/// Saves a text that was left, unless somebody else has already.
async fn put(store: &dyn PlanStore, key: String, save: Save) -> Result<Option<Outcome>, Refusal> {
    let id = save.receipt.id.clone();
    transact(store, &id, Reads::Head, Some(key), move |kept| {
        if !kept.is_left {
            return (Change::default(), None);
        }
        let (change, outcome) = decide(save, kept);
        (Change { settles: outcome != Outcome::Conflict, ..change }, Some(outcome))
    })
    .await
}
