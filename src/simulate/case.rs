//! One object on its way through the pipeline, in the state that the event and the scope give it.

use super::resolve::{Purpose, resolve_all};
use super::{Event, Flow, Reason, Resolved, ScopeVerdict, Situation, Verdict, judge_scope, scope_verdict};
use crate::directory::{Person, TargetResource};
use crate::plan::{ObjectKind, ObjectMapping};

/// One object on its way.
pub(super) struct Case<'a> {
    pub(super) situation: &'a Situation<'a>,
    pub(super) kind: ObjectKind,
    pub(super) mapping: &'a ObjectMapping,
    /// What happens. Leaving the scope turns an update or a restore into a disable.
    pub(super) event: Event,
    /// The attributes, in the state that the event and the scope give them.
    pub(super) source: Person,
    pub(super) scope: ScopeVerdict,
}

/// What the match step found.
#[derive(Clone, Copy)]
pub(super) enum Found<'a> {
    /// No match: the object is new to the target.
    NoMatch,
    /// A link, old or new, with what the target has, if that is known.
    Linked(Option<&'a TargetResource>),
}

impl<'a> Case<'a> {
    pub(super) fn new(situation: &'a Situation<'a>, mapping: &'a ObjectMapping) -> Self {
        let event = situation.happened();
        let (source, scope) = in_state(situation, event);
        Self { situation, kind: situation.now.kind(), mapping, event, source, scope }
    }

    pub(super) fn is_user(&self) -> bool {
        self.kind == ObjectKind::User
    }

    /// "person" or "group".
    pub(super) fn noun(&self) -> &'static str {
        if self.is_user() { "person" } else { "group" }
    }

    /// Every mapping with its value. The members of a group are not a value: separate requests send them.
    pub(super) fn resolved(&self, purpose: Purpose) -> Vec<Resolved> {
        let mut resolved = resolve_all(self.situation.plan, self.kind, &self.source, purpose);
        self.members_follow(&mut resolved);
        resolved
    }

    /// Marks the mapping of a group's members: a separate request follows.
    pub(super) fn members_follow(&self, resolved: &mut [Resolved]) {
        if !self.situation.now.members().is_empty() {
            for one in resolved.iter_mut().filter(|one| one.target.eq_ignore_ascii_case("members")) {
                one.flow = Flow::DidNotFlow(Reason::Reference);
            }
        }
    }

    /// Whether Entra still manages the object although it is out of scope now. Entra drops the link once it has disabled
    /// an object that left the scope (entra-docs, how-provisioning-works, "Deprovisioning").
    pub(super) fn is_still_managed(&self) -> bool {
        let Situation { plan, target, previous, .. } = *self.situation;
        let linked = self.source.key().is_some_and(|key| target.is_some_and(|target| target.links.contains_key(key)));
        let was_inside =
            |previous: super::SourceObject<'_>| scope_verdict(plan, self.kind, previous.attributes()) != Verdict::False;
        linked || previous.is_some_and(was_inside)
    }
}

/// Whether a person counts as soft-deleted who is blocked or deleted, or out of scope.
pub const fn counts_as_soft_deleted(gone: bool, outside: bool) -> bool {
    gone || outside
}

/// The object in the state that the event gives it, with its scope. Outside the scope a person counts as soft-deleted
/// (entra-docs, how-provisioning-works: `IsSoftDeleted`).
fn in_state(situation: &Situation<'_>, event: Event) -> (Person, ScopeVerdict) {
    let kind = situation.now.kind();
    let mut source = situation.now.attributes().clone();
    match event {
        Event::Restore => {
            (source.assigned, source.soft_deleted, source.hard_deleted) = (true, false, false);
            source.set_enabled();
        }
        Event::Delete => source.hard_deleted = true,
        Event::Create | Event::Update | Event::Disable => {}
    }
    let scope = judge_scope(situation.plan, kind, &source);
    let outside = scope.verdict == Verdict::False;
    if kind == ObjectKind::User {
        match event {
            Event::Restore => source.set_is_soft_deleted(outside),
            Event::Disable | Event::Delete => source.set_is_soft_deleted(true),
            Event::Update if outside => source.set_is_soft_deleted(true),
            Event::Create | Event::Update if source.carries_is_soft_deleted => {}
            Event::Create | Event::Update => {
                let gone = source.blocked() || source.soft_deleted || source.hard_deleted;
                source.set_is_soft_deleted(counts_as_soft_deleted(gone, outside));
            }
        }
    }
    (source, scope)
}
