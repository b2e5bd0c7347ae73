//! What the application does with a request, as its target profile says.

use serde_json::Value as Json;

use super::{Effect, Request, Step};
use crate::catalog::{Moment, TargetProfile};
use crate::plan::ObjectKind;

/// The sentences about a request.
pub(super) fn effects(profile: &TargetProfile, kind: ObjectKind, request: &Request) -> Vec<String> {
    let sent = |path: &str| match &request.effect {
        Effect::Create(resource) => resource.get(path).and_then(Json::as_str),
        Effect::Set(values) => {
            values.iter().find(|(target, _)| target.eq_ignore_ascii_case(path)).and_then(|(_, value)| value.as_str())
        }
        _ => None,
    };
    let of_kind = profile.effects.iter().filter(|effect| effect.kind == kind);
    of_kind
        .filter_map(|effect| match (effect.moment, request.step) {
            (Moment::Create, Step::Create)
            | (Moment::Read, Step::Read)
            | (Moment::Match, Step::Match)
            | (Moment::Disable, Step::Disable)
            | (Moment::Restore, Step::Restore)
            | (Moment::Delete, Step::Delete) => Some(effect.sentence.to_owned()),
            (Moment::Sent { attribute, containing }, _) => {
                let value = sent(attribute).filter(|value| value.contains(containing))?;
                Some(effect.sentence.replace("{value}", value))
            }
            _ => None,
        })
        .collect()
}
