//! Saving as a state machine: events go in, actions come out. It knows no browser, no clock and no storage.
//!
//! The plan on screen is saved 300 ms after the last change, and at the latest one second after the first. A plan that
//! leaves the screen is saved to the end. When the storage refuses, the machine tries again and says so.

mod state;
#[cfg(test)]
mod tests;

pub use state::SaveState;

use std::sync::Arc;

use serde::Deserialize;

use crate::plan::Plan;

/// Milliseconds from the last change to the save.
pub const AFTER: u64 = 300;
/// Milliseconds from the first change to the save, at most.
pub const AT_MOST: u64 = 1000;
/// Milliseconds from a refusal to the next try.
pub const RETRY: u64 = 10_000;

/// Where a plan was saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct Receipt {
    /// The plan's key in the storage.
    pub id: u32,
    /// Counts the saves of this plan.
    pub revision: u32,
}

/// Tells the answers of several saves apart.
pub type Ticket = u64;

/// What the storage answers to a save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The text is durable.
    Saved(Receipt),
    /// Another tab saved the same plan meanwhile. Nothing was written.
    Conflict,
    /// The browser refused, with its reason.
    Refused(String),
}

/// What happens to the machine.
#[derive(Clone, Debug, PartialEq)]
pub enum SaveEvent {
    /// The open plan has this content now.
    Changed(Arc<Plan>),
    /// The user asks for a saved plan.
    Requested(u32),
    /// The requested plan cannot be loaded.
    NotLoaded(u32),
    /// Another plan replaces the open one. A plan without a receipt was never saved.
    Opened(Arc<Plan>, Option<Receipt>),
    /// The timer has run out, or the page is about to go.
    Due,
    /// The storage answers.
    Answered(Ticket, Answer),
}

/// What somebody has to do for the machine.
#[derive(Clone, Debug, PartialEq)]
pub enum SaveAction {
    /// Send [`SaveEvent::Due`] after so many milliseconds. A new timer replaces the one before.
    Schedule(u64),
    /// Forget the timer.
    Cancel,
    /// Save the plan under a receipt, or as a new one, and send the answer with the ticket.
    Save(Ticket, Option<Receipt>, Arc<Plan>),
    /// Load a saved plan and open it, if the machine still [wants](Saving::wants) it then.
    Load(u32),
    /// Show the state beside the plan's name.
    Show(SaveState),
    /// Tell the user.
    Tell(SaveNotice),
}

/// What the user has to know.
#[derive(Clone, Debug, PartialEq)]
pub enum SaveNotice {
    /// Another tab saved the same plan. This one is now saved as a separate plan.
    Separated,
    /// The browser refuses to save, with its reason.
    Refused(String),
    /// The last changes of a plan that is no longer open could not be saved, with the reason.
    NotKept(Arc<Plan>, String),
}

/// A save that waits for its answer.
#[derive(Clone, Debug)]
struct UnderWay {
    ticket: Ticket,
    receipt: Option<Receipt>,
    plan: Arc<Plan>,
}

/// The plan on screen.
#[derive(Clone, Debug)]
struct Open {
    plan: Arc<Plan>,
    /// What the storage holds.
    kept: Option<Arc<Plan>>,
    receipt: Option<Receipt>,
    under_way: Option<UnderWay>,
    /// When the first change came that is not saved yet.
    changed_at: Option<u64>,
    /// The next save must not wait for a timer.
    is_due: bool,
    /// Why the last save was refused.
    refusal: Option<String>,
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Wanted {
    id: u32,
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
    /// The open plan's key in the storage, once it is saved.
    pub fn plan_id(&self) -> Option<u32> {
        self.open.as_ref()?.receipt.map(|receipt| receipt.id)
    }

    /// The plans that the storage does not hold in their last state, each with the receipt of its last save; the open plan
    /// comes last. A save that is under way counts as not saved, because a page that goes does not hear its answer.
    pub fn unsaved(&self) -> Vec<(Option<Receipt>, Arc<Plan>)> {
        let behind = self.behind.iter().map(|Behind { under_way, rest }| {
            (under_way.receipt, Arc::clone(rest.as_ref().unwrap_or(&under_way.plan)))
        });
        let open = self.open.iter().filter(|open| !open.is_kept()).map(|open| (open.receipt, Arc::clone(&open.plan)));
        behind.chain(open).collect()
    }

    /// Whether a plan that was [requested](SaveEvent::Requested) is still to be opened.
    pub fn wants(&self, id: u32) -> bool {
        self.wanted.is_some_and(|wanted| wanted.id == id)
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
            SaveEvent::NotLoaded(id) => self.wanted = self.wanted.filter(|wanted| wanted.id != id),
            SaveEvent::Opened(plan, receipt) => self.opened(plan, receipt, now, &mut actions),
            SaveEvent::Due => self.save_now(&mut actions),
            SaveEvent::Answered(ticket, answer) => {
                if self.open.as_ref().and_then(|open| open.under_way.as_ref()).is_some_and(|one| one.ticket == ticket) {
                    self.answered(answer, now, &mut actions);
                } else {
                    self.answered_behind(ticket, answer, &mut actions);
                }
            }
        }
        self.load_when_idle(&mut actions);
        actions
    }

    fn changed(&mut self, plan: Arc<Plan>, now: u64, actions: &mut Vec<SaveAction>) {
        let Some(open) = &mut self.open else { return };
        let is_known = same(&open.plan, &plan);
        open.plan = plan;
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

    fn opened(&mut self, plan: Arc<Plan>, receipt: Option<Receipt>, now: u64, actions: &mut Vec<SaveAction>) {
        self.wanted = None;
        self.leave(actions);
        let kept = receipt.map(|_| Arc::clone(&plan));
        self.open = Some(Open {
            plan: Arc::clone(&plan),
            kept,
            receipt,
            under_way: None,
            changed_at: None,
            is_due: false,
            refusal: None,
        });
        if receipt.is_some() {
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

    fn save(&mut self, receipt: Option<Receipt>, plan: Arc<Plan>, actions: &mut Vec<SaveAction>) -> UnderWay {
        self.tickets += 1;
        actions.push(SaveAction::Save(self.tickets, receipt, Arc::clone(&plan)));
        UnderWay { ticket: self.tickets, receipt, plan }
    }

    fn save_now(&mut self, actions: &mut Vec<SaveAction>) {
        let Some(open) = &mut self.open else { return };
        open.is_due = open.under_way.is_some();
        if open.is_due || open.is_kept() {
            return;
        }
        open.changed_at = None;
        let (receipt, plan, is_refused) = (open.receipt, Arc::clone(&open.plan), open.refusal.is_some());
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
        match answer {
            Answer::Saved(receipt) => {
                open.receipt = Some(receipt);
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
            Answer::Conflict => {
                open.receipt = None;
                open.kept = None;
                actions.push(SaveAction::Tell(SaveNotice::Separated));
                self.save_now(actions);
            }
            Answer::Refused(reason) => {
                open.changed_at.get_or_insert(now);
                actions.push(SaveAction::Show(SaveState::Failed(reason.clone())));
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
            Answer::Saved(receipt) => match rest {
                Some(rest) => (Some(receipt), rest),
                None => return,
            },
            Answer::Conflict => {
                actions.push(SaveAction::Tell(SaveNotice::Separated));
                (None, rest.unwrap_or(under_way.plan))
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
            actions.push(SaveAction::Load(wanted.id));
        }
    }
}
