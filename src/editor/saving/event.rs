//! What happens to the machine, and what it wants done.

use std::sync::Arc;

use super::{PlanId, Receipt, Refusal, SaveState};
use crate::plan::Plan;

/// Tells the answers of several saves apart.
pub type Ticket = u64;

/// What the storage answers to a save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The text is durable.
    Saved(Receipt),
    /// The text is durable, and the storage no longer had the plan.
    SavedAgain(Receipt),
    /// Another tab saved the same plan meanwhile. Nothing was written. A separate plan can have this name.
    Conflict(PlanId),
    /// The browser refused.
    Refused(Refusal),
}

/// What happens to the machine.
#[derive(Clone, Debug, PartialEq)]
pub enum SaveEvent {
    /// The open plan has this content now.
    Changed(Arc<Plan>),
    /// The user asks for a saved plan.
    Requested(PlanId),
    /// The requested plan cannot be loaded.
    NotLoaded(PlanId),
    /// Another plan replaces the open one.
    Opened(Arc<Plan>, Receipt),
    /// Another tab takes the open plan over.
    TakenOver,
    /// The open plan was deleted. It leaves the screen, and is not saved again.
    Closed,
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
    /// Save the plan under a receipt, and send the answer with the ticket.
    Save(Ticket, Receipt, Arc<Plan>),
    /// Load a saved plan and open it, if the machine still [wants](Saving::wants) it then.
    Load(PlanId),
    /// Show the state beside the plan's name.
    Show(SaveState),
    /// Tell the user.
    Tell(SaveNotice),
    /// Nothing of the open plan is unsaved any more. Let the other tab write, and show the plan as read-only.
    HandOver,
}

/// What the user has to know.
#[derive(Clone, Debug, PartialEq)]
pub enum SaveNotice {
    /// Another tab saved the same plan. This one is now saved as a separate plan.
    Separated,
    /// The storage no longer had the plan. It is saved again, without its earlier revisions.
    SavedAgain,
    /// The browser refuses to save.
    Refused(Refusal),
    /// The last changes of a plan that is no longer open could not be saved, with the reason.
    NotKept(Arc<Plan>, Refusal),
}
