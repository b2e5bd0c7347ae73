//! The last stage: create, update, disable or restore, delete. Separate requests send the references
//! (entra-docs, use-scim-to-provision-users-and-groups).

use super::case::{Case, Found};
use super::create::{create_body, create_deviations};
use super::difference::{Difference, difference, state_dependent};
use super::manager_request::{ManagerRequest, manager_request};
use super::members_request::members_requests;
use super::patch::{Change, Operation, merges_additions, patch_body};
use super::recycle_bin;
use super::request::{UNKNOWN_ID, collection};
use super::resolve::Purpose;
use super::target_path::sent_path;
use super::{
    Certainty, Effect, Event, Flow, Method, Reason, Request, Resolved, Simulation, SourceObject, Step, StepState,
    Verdict,
};
use crate::catalog::profile_of;
use crate::directory::TargetResource;

const ON_DEMAND_FLAG: &str =
    "The flag aadOptscim062020 has no effect on demand, so the requests have the older form. Cycles use the flag.";
const NOT_KNOWN: &str = "The current values of the target are not known, so every value is sent as an addition.";

/// Acts on what the match found.
pub(super) fn act(case: &Case<'_>, found: Found<'_>, told: &mut Simulation) -> Option<()> {
    let acted = match (found, case.event) {
        (Found::NoMatch, _) => create(case, told),
        (Found::Linked(resource), Event::Create | Event::Update) => update(case, resource, told),
        (Found::Linked(resource), Event::Disable | Event::Restore) => change_state(case, resource, told),
        (Found::Linked(resource), Event::Delete) => delete(case, resource, told),
    };
    if case.situation.on_demand
        && case.situation.plan.connection.compliant_patch()
        && let Some(action) = told.steps.last_mut()
    {
        action.details.push(ON_DEMAND_FLAG.to_owned());
    }
    acted
}

/// Create: one request with every value, then the references.
fn create(case: &Case<'_>, told: &mut Simulation) -> Option<()> {
    let (body, later) = create_body(case.situation.plan, case.kind, &mut told.resolved);
    if !case.mapping.actions.create {
        let reason = format!(
            "EntrySynchronizationSkipped: Create is off under Target object actions, so Entra does not create the {}.",
            case.noun()
        );
        return told.end("Action", StepState::Skipped, reason);
    }
    // A group has no state.
    if case.is_user() && case.source.is_soft_deleted() {
        let reason = "EntrySynchronizationSkipped: the person is not active, and Entra creates active people only.";
        return told.end("Action", StepState::Skipped, reason);
    }
    let path = collection(case.kind).to_owned();
    let mut request = Request::new(Step::Create, Method::Post, path, Certainty::Documented);
    request.effect = Effect::Create(serde_json::to_value(&body.node).unwrap_or_default());
    request.deviations = create_deviations(&body);
    request.body = Some(body);
    request.notes = remarks(&told.resolved);
    if !case.is_user() {
        request.notes.push("Entra creates a group without its members. A separate request adds them.".to_owned());
    }
    told.send(request);
    let references = references(case, None, Purpose::Create, told);
    let summary = match (case.is_user(), references.is_empty()) {
        (true, true) => "Create",
        (true, false) => "Create, then set the manager",
        (false, _) => "Create, then add the members",
    };
    told.step("Action", StepState::Done, summary, written(told));
    for request in references {
        told.send(request.noting("{id} is the ID in the target's answer to the create request."));
    }
    if case.mapping.actions.update {
        send_later(case, later, told);
    }
    Some(())
}

/// What the create request leaves out and the next cycle sends (observed).
fn send_later(case: &Case<'_>, later: Vec<Change>, told: &mut Simulation) {
    if later.is_empty() {
        return;
    }
    let (body, deviations) = patch_body(&later, case.situation.compliant_patch);
    let mut request = Request::to_object(Step::Update, Method::Patch, case.kind, UNKNOWN_ID, Certainty::Observed);
    request.effect =
        Effect::Set(later.into_iter().filter_map(|change| change.value.map(|value| (change.path, value))).collect());
    (request.body, request.deviations) = (Some(body), deviations);
    let note = "Entra sends this one cycle after the create request, under the URN of the core schema, because the \
                attribute does not follow the extension pattern.";
    told.send(request.noting(note));
}

/// Update: what differs from the target, then the references. A linked object is read first.
fn update(case: &Case<'_>, resource: Option<&TargetResource>, told: &mut Simulation) -> Option<()> {
    if !case.mapping.actions.update {
        let reason = "EntrySynchronizationSkipped: Update is off under Target object actions, so nothing is changed.";
        return told.end("Action", StepState::Skipped, reason);
    }
    let is_linked = case.event == Event::Update;
    if is_linked {
        told.send(Request::read(case.kind, id(resource)));
    }
    let difference = differs(case, resource, told).without_unknown(case.situation.target);
    told.resolved.clone_from(&difference.resolved);
    let update = patch(case, Step::Update, difference, resource);
    let references = references(case, resource, Purpose::Update, told);
    if update.is_none() && references.is_empty() {
        return told.end("Action", StepState::Skipped, nothing_differs(case));
    }
    if let Some(mut request) = update {
        if resource.is_none() {
            request.notes.push(NOT_KNOWN.to_owned());
        }
        told.send(request);
    }
    told.step("Action", StepState::Done, "Update", written(told));
    for request in references {
        told.send(request);
    }
    Some(())
}

/// Disable and restore, which only people know: what depends on IsSoftDeleted. A restore also sends the other
/// differences.
fn change_state(case: &Case<'_>, resource: Option<&TargetResource>, told: &mut Simulation) -> Option<()> {
    if !case.mapping.actions.update {
        let reason = "EntrySynchronizationSkipped: Update is off under Target object actions, so active is not sent.";
        return told.end("Action", StepState::Skipped, reason);
    }
    // A person who was disabled and is still out of scope.
    if case.situation.happened() == Event::Restore && case.event == Event::Disable && resource.is_none() {
        return told.end("Action", StepState::Skipped, stays_disabled(case));
    }
    if case.event == Event::Restore {
        told.send(Request::read(case.kind, id(resource)));
    }
    let dependent = state_dependent(case.situation.plan, &case.source);
    let mut difference = differs(case, resource, told);
    if case.event == Event::Disable || resource.is_none() {
        difference = difference.only(&dependent);
    }
    if resource.is_none() {
        // The account has a state already, even when nothing else is known of it.
        for change in &mut difference.changes {
            change.operation = Operation::Replace;
            change.new_element = false;
        }
    }
    told.resolved.clone_from(&difference.resolved);
    let (step, done) = match case.event {
        Event::Restore => (Step::Restore, "Update: the account is enabled"),
        _ => (Step::Disable, "Update: the account is disabled"),
    };
    let documented = difference.changes.clone();
    let Some(mut request) = patch(case, step, difference, resource) else {
        let reason = if dependent.is_empty() {
            "EntrySynchronizationSkipped: no value that is sent depends on IsSoftDeleted, so the account stays as it is."
                .to_owned()
        } else if case.scope.verdict == Verdict::False {
            stays_disabled(case)
        } else {
            nothing_differs(case)
        };
        return told.end("Action", StepState::Skipped, reason);
    };
    match case.event {
        Event::Restore => request.notes.extend(recycle_bin::before_a_restore(case)),
        _ => request.other_forms.extend(recycle_bin::after_a_deletion(case, resource, &documented)),
    }
    told.send(request);
    told.step("Action", StepState::Done, done, written(told));
    Some(())
}

fn stays_disabled(case: &Case<'_>) -> String {
    format!("EntrySynchronizationSkipped: out of scope, {}. The account stays disabled.", case.scope.reason())
}

/// Delete: one request, without a body.
fn delete(case: &Case<'_>, resource: Option<&TargetResource>, told: &mut Simulation) -> Option<()> {
    for one in told.resolved.iter_mut().filter(|one| matches!(one.flow, Flow::Value { .. })) {
        one.flow = Flow::DidNotFlow(Reason::NotThisEvent);
    }
    if !case.mapping.actions.delete {
        let reason = "EntrySynchronizationSkipped: Delete is off under Target object actions.";
        return told.end("Action", StepState::Skipped, reason);
    }
    let id = id(resource);
    let mut request = Request::to_object(Step::Delete, Method::Delete, case.kind, id, Certainty::Documented);
    request.effect = Effect::Delete;
    told.send(request);
    told.step("Action", StepState::Done, "Delete", Vec::new());
    Some(())
}

/// The requests of the second pass, when both ends of a reference exist: a person's manager, a group's members.
fn references(
    case: &Case<'_>,
    resource: Option<&TargetResource>,
    purpose: Purpose,
    told: &mut Simulation,
) -> Vec<Request> {
    let is_sent = case.mapping.actions.update;
    match case.situation.now {
        SourceObject::Person(_) if is_sent => {
            let (mapping, reason, request) = match manager_request(case.situation, &case.source, resource, purpose) {
                Some(ManagerRequest::Send(mapping, request)) => (mapping, Reason::Reference, Some(*request)),
                Some(ManagerRequest::Nothing(mapping, reason)) => (mapping, reason, None),
                None => return Vec::new(),
            };
            if let Some(one) = told.resolved.iter_mut().find(|one| one.mapping == mapping) {
                one.flow = Flow::DidNotFlow(reason);
            }
            request.into_iter().collect()
        }
        SourceObject::Person(_) => Vec::new(),
        SourceObject::Group(group) => {
            let members = members_requests(case.situation, case.mapping, group, id(resource));
            told.left_out = members.left_out;
            if is_sent { members.requests } else { Vec::new() }
        }
    }
}

fn differs(case: &Case<'_>, resource: Option<&TargetResource>, told: &mut Simulation) -> Difference {
    let Case { situation, kind, source, .. } = case;
    let mut difference = difference(situation.plan, *kind, source, resource, situation.compliant_patch);
    case.members_follow(&mut difference.resolved);
    told.resolved.clone_from(&difference.resolved);
    difference
}

/// A PATCH of the changes; nothing when there are none.
fn patch(case: &Case<'_>, step: Step, difference: Difference, resource: Option<&TargetResource>) -> Option<Request> {
    if difference.changes.is_empty() {
        return None;
    }
    let compliant = case.situation.compliant_patch;
    let (body, deviations) = patch_body(&difference.changes, compliant);
    let certainty = if step == Step::Restore {
        Certainty::Assumed
    } else if merges_additions(&difference.changes, compliant) {
        Certainty::Observed
    } else {
        Certainty::Documented
    };
    let mut request = Request::to_object(step, Method::Patch, case.kind, id(resource), certainty);
    request.notes = remarks(&difference.resolved);
    if resource.is_some_and(|resource| resource.id().is_none()) {
        request.notes.push("The resource at the target has no ID. {id} is shown instead.".to_owned());
    }
    request.notes.extend(renames(case, &difference));
    (request.body, request.deviations) = (Some(body), deviations);
    request.effect = Effect::Set(difference.values);
    Some(request)
}

/// What a changed identifier of a person means.
fn renames(case: &Case<'_>, difference: &Difference) -> Option<String> {
    if !case.is_user() {
        return None;
    }
    let is_replaced = |target: &str| {
        let path = sent_path(case.kind, target);
        let replaces = |change: &&Change| change.operation == Operation::Replace;
        difference.changes.iter().filter(replaces).any(|change| change.path.eq_ignore_ascii_case(&path))
    };
    let advice = &profile_of(case.situation.plan).matching;
    if let (Some(identifier), Some(note)) = (advice.identifier, advice.when_it_changes)
        && is_replaced(identifier)
    {
        return Some(note.to_owned());
    }
    let matching = case.mapping.matching();
    let mut identifiers = matching.iter().map(|(_, line)| line.target_attribute.as_str()).chain(["userName"]);
    let renamed = identifiers.find(|target| is_replaced(target))?;
    Some(format!(
        "{renamed} changes. Entra keeps the link, but after a restart it matches by the new value. Check that the \
         target accepted it."
    ))
}

fn nothing_differs(case: &Case<'_>) -> String {
    let what = if case.is_user() { "every value" } else { "every value and every member" };
    format!("EntrySynchronizationSkipped: the target already has {what}.")
}

fn id(resource: Option<&TargetResource>) -> &str {
    resource.and_then(TargetResource::id).unwrap_or(UNKNOWN_ID)
}

/// What is worth knowing about the values.
fn remarks(resolved: &[Resolved]) -> Vec<String> {
    let remark = |one: &Resolved| match &one.flow {
        Flow::Value { note, .. } => note.clone(),
        Flow::DidNotFlow(_) => None,
    };
    resolved.iter().filter_map(remark).collect()
}

/// The attributes written, a line each.
fn written(told: &Simulation) -> Vec<String> {
    let line = |one: &Resolved| match &one.flow {
        Flow::Value { value, .. } => Some(format!("{}: {value}", one.target)),
        Flow::DidNotFlow(_) => None,
    };
    told.resolved.iter().filter_map(line).collect()
}
