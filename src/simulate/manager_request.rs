//! The manager's request. Entra resolves the reference in a second pass, when both people exist (entra-docs,
//! how-provisioning-works; the bare id as value is observed).

use serde_json::Value as Json;

use super::comparison::same_value;
use super::patch::{Change, Operation, patch_body};
use super::reference::{Reference, reference};
use super::request::UNKNOWN_ID;
use super::resolve::{Purpose, resolve};
use super::target_path::is_manager;
use super::{Certainty, Effect, Flow, Method, Reason, Request, Situation, Step};
use crate::directory::{Person, TargetResource};
use crate::plan::{AttributePath, MappingSource, ObjectKind};

const USER: ObjectKind = ObjectKind::User;

/// The request for the manager or the reason why there is none, with the mapping.
pub(super) enum ManagerRequest {
    Send(usize, Box<Request>),
    Nothing(usize, Reason),
}

/// The manager's request; nothing when the plan maps no manager.
pub(super) fn manager_request(
    situation: &Situation<'_>,
    person: &Person,
    resource: Option<&TargetResource>,
    purpose: Purpose,
) -> Option<ManagerRequest> {
    let users = situation.plan.object_mapping(USER)?;
    let leads_there = |target: &str| AttributePath::parse(target).is_ok_and(|path| is_manager(&path));
    let (mapping, line) =
        users.attribute_mappings.iter().enumerate().find(|(_, line)| leads_there(&line.target_attribute))?;
    let value = match resolve(situation.plan, USER, mapping, person, purpose).flow {
        Flow::Value { value, .. } => value,
        Flow::DidNotFlow(reason) => return Some(ManagerRequest::Nothing(mapping, reason)),
    };
    let mut notes = Vec::new();
    let is_reference = matches!(&line.source, MappingSource::Direct { attribute } if attribute == "manager");
    let value = if is_reference {
        match manager_id(situation, person, &value) {
            Reference::Id(id) => Json::from(id),
            Reference::Placeholder(text, why) => {
                notes.push(why);
                text.into()
            }
            Reference::Missing(why) => {
                return Some(ManagerRequest::Nothing(mapping, Reason::ManagerNotProvisioned(why)));
            }
        }
    } else {
        notes.push(
            "The value does not come from the attribute manager, so Entra sends it unchanged and not as an id."
                .to_owned(),
        );
        value
    };
    let path = AttributePath::parse(&line.target_attribute).ok()?;
    if resource.is_some() && !situation.target.is_none_or(|target| target.says(&path)) {
        return Some(ManagerRequest::Nothing(mapping, Reason::NotKnownAtTarget));
    }
    let found = resource.map(|resource| resource.values(&path)).unwrap_or_default();
    if found.iter().any(|found| same_value(&path, &value, found)) {
        return Some(ManagerRequest::Nothing(mapping, Reason::Unchanged));
    }
    let change = Change {
        operation: if found.is_empty() { Operation::Add } else { Operation::Replace },
        path: line.target_attribute.clone(),
        value: Some(value.clone()),
        mapping: Some(mapping),
        new_element: false,
    };
    let id = resource.and_then(TargetResource::id).unwrap_or(UNKNOWN_ID);
    let (body, deviations) = patch_body(&[change], situation.compliant_patch);
    let request = Request::to_object(Step::Manager, Method::Patch, USER, id, Certainty::Observed);
    let effect = Effect::Set(vec![(line.target_attribute.clone(), value)]);
    Some(ManagerRequest::Send(mapping, Box::new(Request { body: Some(body), deviations, notes, effect, ..request })))
}

fn manager_id(situation: &Situation<'_>, person: &Person, key: &Json) -> Reference {
    let known = Person::known_by(key.as_str().unwrap_or_default());
    reference(situation.plan, situation.everybody(), person.manager.as_deref().unwrap_or(&known))
}
