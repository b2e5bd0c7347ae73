//! A person in Entra's recycle bin. Entra puts the object id without hyphens in front of the user principal name of a
//! deleted person, so that an identifier that comes from it may change with the disable request. Whether the change is
//! sent is not documented; assumed, and shown beside the documented request.

use serde_json::Value as Json;

use super::case::Case;
use super::patch::{Change, Operation, patch_body};
use super::resolve::{Purpose, resolve_all};
use super::target_path::{refusal, sent_path};
use super::{Certainty, Flow, OtherForm};
use crate::directory::{Person, TargetResource};
use crate::plan::AttributePath;

/// The form that the disable request may have when the person was deleted; nothing when no identifier comes from the
/// user principal name.
pub(super) fn after_a_deletion(
    case: &Case<'_>,
    resource: Option<&TargetResource>,
    documented: &[Change],
) -> Option<OtherForm> {
    let (name, changes) = changed_by_a_deletion(case)?;
    let identifiers = identifiers(case, &changes)?;
    let compliant = case.situation.compliant_patch;
    let all: Vec<Change> = documented.iter().cloned().chain(changes).collect();
    let (body, _) = patch_body(&all, compliant);
    let known = if resource.is_some() { "" } else { " The current values of the target are not known." };
    Some(OtherForm {
        when: format!(
            "the person is deleted in Entra, not only blocked or unassigned: the user principal name is then {name}"
        ),
        certainty: Certainty::Assumed,
        body,
        consequence: format!(
            "{identifiers} changes with the request, and a restore then matches nobody by the old value.{known} Delete a \
             test user, check {identifiers} in the target, then restore the user. A source that never changes, such as \
             objectId, avoids this."
        ),
    })
}

/// What to know before a person is restored whose identifier may have changed with the deletion.
pub(super) fn before_a_restore(case: &Case<'_>) -> Option<String> {
    let (_, changes) = changed_by_a_deletion(case)?;
    let identifiers = identifiers(case, &changes)?;
    Some(format!(
        "If the person was deleted, {identifiers} may have changed with the disable request (assumed). If the link is \
         also lost, matching finds nobody and Entra creates the person again."
    ))
}

/// The name in the recycle bin, and the changes that it makes.
fn changed_by_a_deletion(case: &Case<'_>) -> Option<(String, Vec<Change>)> {
    let (old, name) = names(&case.source)?;
    let named = |name: &str| {
        let mut person = case.source.clone();
        person.attributes.insert("userPrincipalName".to_owned(), name.into());
        resolve_all(case.situation.plan, case.kind, &person, Purpose::Update)
    };
    let changes = named(&old).into_iter().zip(named(&name)).filter_map(|(before, after)| {
        let Flow::Value { value, .. } = after.flow else { return None };
        let path = sent_path(case.kind, &after.target);
        let is_sent = AttributePath::parse(&path).is_ok_and(|path| refusal(case.kind, &path).is_none());
        let was = match before.flow {
            Flow::Value { value, .. } => Some(value),
            Flow::DidNotFlow(_) => None,
        };
        (is_sent && was.as_ref() != Some(&value)).then_some(Change {
            operation: Operation::Replace,
            path,
            value: Some(value),
            mapping: Some(after.mapping),
            new_element: false,
        })
    });
    let changes: Vec<Change> = changes.collect();
    (!changes.is_empty()).then_some((name, changes))
}

/// The user principal name before the deletion and in the recycle bin. Graph's list of deleted people has the latter.
fn names(person: &Person) -> Option<(String, String)> {
    let text = |name| person.get(name).and_then(Json::as_str).filter(|text| !text.is_empty());
    let (id, name) = (text("objectId")?.replace('-', ""), text("userPrincipalName")?);
    Some(match name.strip_prefix(&id) {
        Some(old) if !old.is_empty() => (old.to_owned(), name.to_owned()),
        _ => (name.to_owned(), format!("{id}{name}")),
    })
}

/// The identifiers among the changes: externalId, userName and what matches.
fn identifiers(case: &Case<'_>, changes: &[Change]) -> Option<String> {
    let matching = case.mapping.matching();
    let is_identifier = |path: &str| {
        let known = ["externalId", "userName"].iter().any(|known| path.eq_ignore_ascii_case(known));
        known || matching.iter().any(|(_, line)| line.target_attribute == path)
    };
    let found: Vec<&str> =
        changes.iter().map(|change| change.path.as_str()).filter(|path| is_identifier(path)).collect();
    (!found.is_empty()).then(|| found.join(" and "))
}
