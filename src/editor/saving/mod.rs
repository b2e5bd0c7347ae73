//! Saving as a state machine: events go in, actions come out. It knows no browser, no clock and no storage.
//!
//! The plan on screen is saved 300 ms after the last change, and at the latest one second after the first. A plan that
//! leaves the screen is saved to the end. When the storage refuses, the machine tries again and says so.
//!
//! [`keeping`] has the transactions on the [`store`], and [`thinning`] says which revisions are kept.

#[cfg(test)]
mod double;
mod event;
#[cfg(test)]
mod failures;
#[cfg(test)]
mod interleavings;
pub mod keeping;
mod record;
mod refusal;
mod reminder;
mod state;
pub mod store;
#[cfg(test)]
mod tests;
pub mod thinning;

pub use event::{Answer, SaveAction, SaveEvent, SaveNotice, Ticket};
pub use record::{Head, PlanId, Receipt, Revision, digest};
pub use refusal::Refusal;
pub use reminder::Reminder;
pub use state::SaveState;

use std::sync::Arc;

use crate::plan::Plan;

/// Milliseconds from the last change to the save.
pub const AFTER: u64 = 300;
/// Milliseconds from the first change to the save, at most.
pub const AT_MOST: u64 = 1000;
/// Milliseconds from a refusal to the next try.
pub const RETRY: u64 = 10_000;

/// A save that waits for its answer.
#[derive(Clone, Debug)]
struct UnderWay {
    ticket: Ticket,
    receipt: Receipt,
    plan: Arc<Plan>,
}

/// The plan on screen.
#[derive(Clone, Debug)]
struct Open {
    plan: Arc<Plan>,
    /// What the storage holds.
    kept: Option<Arc<Plan>>,
    receipt: Receipt,
    under_way: Option<UnderWay>,
    /// When the first change came that is not saved yet.
    changed_at: Option<u64>,
    /// The next save must not wait for a timer.
    is_due: bool,
    /// Why the last save was refused.
    refusal: Option<Refusal>,
    /// Another tab waits for the plan.
    is_taken_over: bool,
}

impl Open {
    fn is_kept(&self) -> bool {
        self.kept.as_ref().is_some_and(|kept| same(kept, &self.plan))
    }
}

/// A plan that left the screen before it was saved to the end.
#[derive(Clone, Debug)]
struct Behind {
    under_way: UnderWay,
    /// Changes that came after the save under way.
    rest: Option<Arc<Plan>>,
}

/// A saved plan that the user asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Wanted {
    id: PlanId,
    /// The storage was asked to load it.
    is_loading: bool,
}

/// The machine.
#[derive(Clone, Debug, Default)]
pub struct Saving {
    open: Option<Open>,
    behind: Vec<Behind>,
    wanted: Option<Wanted>,
    tickets: Ticket,
}

fn same(one: &Arc<Plan>, other: &Arc<Plan>) -> bool {
    Arc::ptr_eq(one, other) || one == other
}

impl Saving {
    /// The open plan's name in the storage.
    pub fn plan_id(&self) -> Option<&PlanId> {
        self.open.as_ref().map(|open| &open.receipt.id)
    }

    /// The plans that the storage does not hold in their last state, each with the receipt of its last save; the open plan
    /// comes last. A save that is under way counts as not saved, because a page that goes does not hear its answer.
    pub fn unsaved(&self) -> Vec<(Receipt, Arc<Plan>)> {
        let behind = self.behind.iter().map(|Behind { under_way, rest }| {
            (under_way.receipt.clone(), Arc::clone(rest.as_ref().unwrap_or(&under_way.plan)))
        });
        let open =
            self.open.iter().filter(|open| !open.is_kept()).map(|open| (open.receipt.clone(), Arc::clone(&open.plan)));
        behind.chain(open).collect()
    }

    /// The save of the open plan that is not answered yet: its plan, and the revision that it becomes.
    pub fn under_way(&self) -> Option<(Arc<Plan>, u32)> {
        let save = self.open.as_ref()?.under_way.as_ref()?;
        Some((Arc::clone(&save.plan), save.receipt.revision + 1))
    }

    /// The next ticket, for a text that is saved past the machine.
    pub fn take_ticket(&mut self) -> Ticket {
        self.tickets += 1;
        self.tickets
    }

    /// Whether a plan that was [requested](SaveEvent::Requested) is still to be opened.
    pub fn wants(&self, id: &PlanId) -> bool {
        self.wanted.as_ref().is_some_and(|wanted| wanted.id == *id)
    }

    /// Takes an event at a time in milliseconds and says what to do, in order.
    pub fn handle(&mut self, event: SaveEvent, now: u64) -> Vec<SaveAction> {
        let mut actions = Vec::new();
        match event {
            SaveEvent::Changed(plan) => self.changed(plan, now, &mut actions),
            SaveEvent::Requested(id) => {
                self.wanted = Some(Wanted { id, is_loading: false });
                self.save_now(&mut actions);
            }
            SaveEvent::NotLoaded(id) => self.wanted = self.wanted.take().filter(|wanted| wanted.id != id),
            SaveEvent::Opened(plan, receipt) => self.opened(plan, receipt, now, &mut actions),
            SaveEvent::Due => self.save_now(&mut actions),
            SaveEvent::Closed => {
                self.open = None;
                actions.extend([SaveAction::Cancel, SaveAction::Show(SaveState::Nothing)]);
            }
            SaveEvent::TakenOver => {
                if let Some(open) = &mut self.open {
                    open.is_taken_over = true;
                }
                self.save_now(&mut actions);
            }
            SaveEvent::Answered(ticket, answer) => {
                if self.open.as_ref().and_then(|open| open.under_way.as_ref()).is_some_and(|one| one.ticket == ticket) {
                    self.answered(answer, now, &mut actions);
                } else {
                    self.answered_behind(ticket, answer, &mut actions);
                }
            }
        }
        self.hand_over_when_idle(&mut actions);
        self.load_when_idle(&mut actions);
        actions
    }

    fn changed(&mut self, plan: Arc<Plan>, now: u64, actions: &mut Vec<SaveAction>) {
        let Some(open) = &mut self.open else { return };
        let is_known = same(&open.plan, &plan);
        open.plan = plan;
        // What the storage has of this plan is older than the edit.
        if !is_known && self.wanted.as_ref().is_some_and(|wanted| wanted.id == open.receipt.id) {
            self.wanted = None;
        }
        if open.under_way.as_ref().is_some_and(|under_way| same(&under_way.plan, &open.plan)) {
            open.changed_at = None;
            actions.push(SaveAction::Cancel);
        } else if open.is_kept() && open.under_way.is_none() {
            open.changed_at = None;
            open.refusal = None;
            actions.extend([SaveAction::Cancel, SaveAction::Show(SaveState::Saved)]);
        } else if !is_known || open.changed_at.is_none() {
            let since = *open.changed_at.get_or_insert(now);
            if open.refusal.is_none() {
                actions.push(SaveAction::Show(SaveState::Unsaved));
            }
            actions.push(SaveAction::Schedule(AFTER.min(AT_MOST.saturating_sub(now.saturating_sub(since)))));
        }
    }

    fn opened(&mut self, plan: Arc<Plan>, receipt: Receipt, now: u64, actions: &mut Vec<SaveAction>) {
        self.wanted = None;
        self.leave(actions);
        let is_saved = receipt.revision > 0;
        let kept = is_saved.then(|| Arc::clone(&plan));
        self.open = Some(Open {
            plan: Arc::clone(&plan),
            kept,
            receipt,
            under_way: None,
            changed_at: None,
            is_due: false,
            refusal: None,
            is_taken_over: false,
        });
        if is_saved {
            actions.extend([SaveAction::Cancel, SaveAction::Show(SaveState::Saved)]);
        } else {
            self.changed(plan, now, actions);
        }
    }

    /// Sees the open plan to its end.
    fn leave(&mut self, actions: &mut Vec<SaveAction>) {
        let Some(open) = self.open.take() else { return };
        let is_kept = open.is_kept();
        if let Some(under_way) = open.under_way {
            let rest = (!same(&under_way.plan, &open.plan)).then_some(open.plan);
            self.behind.push(Behind { under_way, rest });
        } else if !is_kept {
            let under_way = self.save(open.receipt, open.plan, actions);
            self.behind.push(Behind { under_way, rest: None });
        }
    }

    fn save(&mut self, receipt: Receipt, plan: Arc<Plan>, actions: &mut Vec<SaveAction>) -> UnderWay {
        let ticket = self.take_ticket();
        actions.push(SaveAction::Save(ticket, receipt.clone(), Arc::clone(&plan)));
        UnderWay { ticket, receipt, plan }
    }

    fn save_now(&mut self, actions: &mut Vec<SaveAction>) {
        let Some(open) = &mut self.open else { return };
        open.is_due = open.under_way.is_some();
        if open.is_due || open.is_kept() {
            return;
        }
        open.changed_at = None;
        let (receipt, plan, is_refused) = (open.receipt.clone(), Arc::clone(&open.plan), open.refusal.is_some());
        actions.push(SaveAction::Cancel);
        if !is_refused {
            actions.push(SaveAction::Show(SaveState::Saving));
        }
        let under_way = self.save(receipt, plan, actions);
        if let Some(open) = &mut self.open {
            open.under_way = Some(under_way);
        }
    }

    fn answered(&mut self, answer: Answer, now: u64, actions: &mut Vec<SaveAction>) {
        let Some(open) = &mut self.open else { return };
        let Some(saved) = open.under_way.take() else { return };
        let is_due = std::mem::take(&mut open.is_due) || self.wanted.is_some();
        let is_again = matches!(answer, Answer::SavedAgain(_));
        match answer {
            Answer::Saved(receipt) | Answer::SavedAgain(receipt) => {
                if is_again {
                    actions.push(SaveAction::Tell(SaveNotice::SavedAgain));
                }
                open.receipt = receipt;
                open.kept = Some(saved.plan);
                open.refusal = None;
                if open.is_kept() {
                    open.changed_at = None;
                    actions.extend([SaveAction::Cancel, SaveAction::Show(SaveState::Saved)]);
                } else if is_due {
                    self.save_now(actions);
                } else {
                    open.changed_at.get_or_insert(now);
                    actions.extend([SaveAction::Show(SaveState::Unsaved), SaveAction::Schedule(AFTER)]);
                }
            }
            Answer::Conflict(separate) => {
                open.receipt = Receipt::unsaved(separate);
                open.kept = None;
                // The other tab waits for the plan that this one no longer has.
                open.is_taken_over = false;
                actions.push(SaveAction::Tell(SaveNotice::Separated));
                self.save_now(actions);
            }
            Answer::Refused(reason) => {
                open.changed_at.get_or_insert(now);
                actions.push(SaveAction::Show(SaveState::Failed(reason.to_string())));
                // Once: a notice every ten seconds would only be in the way.
                if open.refusal.replace(reason.clone()).is_none() {
                    actions.push(SaveAction::Tell(SaveNotice::Refused(reason)));
                }
                actions.push(SaveAction::Schedule(RETRY));
            }
        }
    }

    fn answered_behind(&mut self, ticket: Ticket, answer: Answer, actions: &mut Vec<SaveAction>) {
        let Some(at) = self.behind.iter().position(|one| one.under_way.ticket == ticket) else { return };
        let Behind { under_way, rest } = self.behind.remove(at);
        let (receipt, plan) = match answer {
            Answer::Saved(receipt) | Answer::SavedAgain(receipt) => match rest {
                Some(rest) => (receipt, rest),
                None => return,
            },
            Answer::Conflict(separate) => {
                actions.push(SaveAction::Tell(SaveNotice::Separated));
                (Receipt::unsaved(separate), rest.unwrap_or(under_way.plan))
            }
            Answer::Refused(reason) => {
                actions.push(SaveAction::Tell(SaveNotice::NotKept(rest.unwrap_or(under_way.plan), reason)));
                return;
            }
        };
        let under_way = self.save(receipt, plan, actions);
        self.behind.push(Behind { under_way, rest: None });
    }

    /// Loads the plan that was asked for once nothing is being written: it could be a plan that is being saved.
    fn load_when_idle(&mut self, actions: &mut Vec<SaveAction>) {
        let is_settled = self.behind.is_empty()
            && self
                .open
                .as_ref()
                .is_none_or(|open| open.under_way.is_none() && (open.is_kept() || open.refusal.is_some()));
        if let Some(wanted) = self.wanted.as_mut().filter(|wanted| is_settled && !wanted.is_loading) {
            wanted.is_loading = true;
            actions.push(SaveAction::Load(wanted.id.clone()));
        }
    }

    /// Lets another tab write once everything is saved. If the storage refuses, the user gets the plan.
    fn hand_over_when_idle(&mut self, actions: &mut Vec<SaveAction>) {
        let Some(open) = &mut self.open else { return };
        if !open.is_taken_over || open.under_way.is_some() {
            return;
        }
        match open.refusal.take() {
            _ if open.is_kept() => {}
            Some(refusal) => actions.push(SaveAction::Tell(SaveNotice::NotKept(Arc::clone(&open.plan), refusal))),
            None => return,
        }
        open.is_taken_over = false;
        open.changed_at = None;
        actions.extend([SaveAction::Cancel, SaveAction::HandOver]);
    }
}
