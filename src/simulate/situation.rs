//! What a simulation starts from.

use super::matching::Searched;
use super::{Event, SourceObject, TargetIndex};
use crate::directory::{TargetDirectory, TargetResource};
use crate::plan::Plan;

/// A plan, a person or a group, what happened, and what is known of the target. [`simulate`](super::simulate) says what
/// is presumed where something is not given.
#[derive(Clone, Copy, Debug)]
pub struct Situation<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The person or the group as it is now.
    pub now: SourceObject<'a>,
    /// The same object as the last cycle saw it. Give it to see what a change sends.
    pub previous: Option<SourceObject<'a>>,
    /// What happened. Without it the object is updated when `previous` is given, and created otherwise.
    pub event: Option<Event>,
    /// What the target holds, users and groups alike, as far as it is known.
    pub target: Option<&'a TargetDirectory>,
    /// The object's own account or group at the target, when you know it without matching.
    pub linked_to: Option<&'a TargetResource>,
    /// The index of `target`. Give it to simulate many people: the result is the same.
    pub index: Option<&'a TargetIndex>,
    /// The places of users of the target that other people keep. Matching does not find them.
    pub kept: &'a [usize],
    /// Whether the flag `aadOptscim062020` shapes the updates.
    pub compliant_patch: bool,
    /// Whether this is Provision on demand rather than a cycle.
    pub on_demand: bool,
}

impl<'a> Situation<'a> {
    /// A cycle: the flag in the plan's Tenant URL takes effect.
    pub fn in_cycle(plan: &'a Plan, now: impl Into<SourceObject<'a>>) -> Self {
        Self {
            plan,
            now: now.into(),
            previous: None,
            event: None,
            target: None,
            linked_to: None,
            index: None,
            kept: &[],
            compliant_patch: plan.connection.compliant_patch(),
            on_demand: false,
        }
    }

    /// Provision on demand: the flag has no effect (entra-docs, provision-on-demand, known limitations).
    pub fn on_demand(plan: &'a Plan, now: impl Into<SourceObject<'a>>) -> Self {
        Self { compliant_patch: false, on_demand: true, ..Self::in_cycle(plan, now) }
    }

    /// The target as matching sees it for this object.
    pub(super) fn searched(&self) -> Searched<'a> {
        Searched { kept: self.kept, ..self.everybody() }
    }

    /// The target as it is for other people.
    pub(super) fn everybody(&self) -> Searched<'a> {
        Searched { target: self.target, index: self.index, kept: &[] }
    }

    /// What happened, with the presumption where nothing is said.
    pub(super) fn happened(&self) -> Event {
        let presumed = if self.previous.is_some() { Event::Update } else { Event::Create };
        self.event.unwrap_or(presumed)
    }
}
