//! What a simulation starts from.

use super::matching::{MatchOutcome, run_matching};
use super::{Event, ScopeVerdict, Verdict, judge_scope};
use crate::directory::{Person, TargetDirectory, TargetResource};
use crate::plan::{ObjectKind, Plan};

/// A person, a plan, what the target holds, and what happened.
#[derive(Clone, Copy, Debug)]
pub struct Situation<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The person.
    pub person: &'a Person,
    /// What the target holds; nothing where that is not known: nobody is there then.
    pub target: Option<&'a TargetDirectory>,
    /// What happened to a person who is linked already; nothing for one who is met for the first time.
    pub event: Option<Event>,
    /// Whether the flag `aadOptscim062020` has an effect.
    pub compliant_patch: bool,
}

impl<'a> Situation<'a> {
    /// A cycle: the flag of the plan's Tenant URL has its effect.
    pub fn in_cycle(plan: &'a Plan, person: &'a Person) -> Self {
        Self { compliant_patch: plan.connection.compliant_patch(), ..Self::on_demand(plan, person) }
    }

    /// Provision on demand: the flag has no effect there (entra-docs, provision-on-demand, known limitations).
    pub fn on_demand(plan: &'a Plan, person: &'a Person) -> Self {
        Self { plan, person, target: None, event: None, compliant_patch: false }
    }

    /// The person in the state that the event and the scope make of them.
    pub(super) fn prepared(&self) -> (Person, ScopeVerdict) {
        let mut person = self.person.clone();
        if matches!(self.event, Some(Event::Create | Event::Restore)) {
            person.assigned = true;
            person.soft_deleted = false;
            person.hard_deleted = false;
        }
        let scope = judge_scope(self.plan, ObjectKind::User, &person);
        let gone = person.blocked() || person.soft_deleted || person.hard_deleted || scope.verdict == Verdict::False;
        match self.event {
            Some(Event::Create | Event::Restore) => person.set_is_soft_deleted(false),
            Some(Event::Disable | Event::Delete) => person.set_is_soft_deleted(true),
            None | Some(Event::Update) if !person.carries_is_soft_deleted => person.set_is_soft_deleted(gone),
            None | Some(Event::Update) => {}
        }
        (person, scope)
    }

    /// The resource that the person is linked to, where the target is known: by its link, by matching, or because it is
    /// the only one.
    pub(super) fn linked(&self, person: &Person) -> Option<&'a TargetResource> {
        let target = self.target?;
        let by_link = person.key().and_then(|key| target.links.get(key)).and_then(|id| target.by_id(id));
        by_link.or_else(|| match run_matching(self.plan, ObjectKind::User, person, Some(target)).outcome {
            MatchOutcome::One(resource) => Some(resource),
            _ => target.resources.first().filter(|_| target.resources.len() == 1),
        })
    }
}
