//! What a linked object has at the target when only the plan and the last cycle are known: what this plan created then.

use super::difference::state_dependent;
use super::manager_request::{ManagerRequest, manager_request};
use super::request::UNKNOWN_ID;
use super::resolve::{Purpose, resolve_all};
use super::target_path::{refusal, sent_path};
use super::{Effect, Event, Flow, Resolved, Situation, SourceObject};
use crate::directory::TargetResource;
use crate::plan::{AttributePath, ObjectKind};

/// The presumed account or group; nothing for an object that is new, or of which the last cycle is not known.
pub(super) fn presumed(situation: &Situation<'_>) -> Option<TargetResource> {
    let event = situation.happened();
    let previous = situation.previous.filter(|_| event != Event::Create)?;
    let (plan, kind) = (situation.plan, previous.kind());
    let mut source = previous.attributes().clone();
    let mut held = TargetResource::default();
    if kind == ObjectKind::User {
        (source.assigned, source.soft_deleted, source.hard_deleted) = (true, false, false);
        source.set_enabled();
        source.set_is_soft_deleted(false);
    }
    for one in resolve_all(plan, kind, &source, Purpose::Create) {
        hold(&mut held, kind, one);
    }
    if matches!(previous, SourceObject::Person(_)) {
        let created = manager_request(situation, &source, None, Purpose::Create);
        if let Some(ManagerRequest::Send(_, request)) = created
            && let Effect::Set(values) = request.effect
        {
            for (path, value) in values {
                set(&mut held, &path, value);
            }
        }
    }
    if event == Event::Restore {
        let dependent = state_dependent(plan, &source);
        source.set_is_soft_deleted(true);
        let disabled = resolve_all(plan, kind, &source, Purpose::Update);
        for one in disabled.into_iter().filter(|one| dependent.contains(&one.mapping)) {
            hold(&mut held, kind, one);
        }
    }
    held.members.insert("id".to_owned(), UNKNOWN_ID.into());
    Some(held)
}

fn hold(held: &mut TargetResource, kind: ObjectKind, one: Resolved) {
    let Flow::Value { value, .. } = one.flow else { return };
    let path = sent_path(kind, &one.target);
    let is_sent = AttributePath::parse(&path).is_ok_and(|path| refusal(kind, &path).is_none());
    if is_sent {
        set(held, &path, value);
    }
}

fn set(held: &mut TargetResource, path: &str, value: serde_json::Value) {
    if let Ok(path) = AttributePath::parse(path) {
        held.set(&path, value);
    }
}
