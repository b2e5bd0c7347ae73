//! What Entra does with a group: it is created without members, and the membership follows in requests of its own
//! (entra-docs, use-scim-to-provision-users-and-groups, "Group operations").

use serde_json::{Value as Json, json};

use super::create::create_body;
use super::difference::difference;
use super::journey::{Simulation, StepState};
use super::matching::{MatchOutcome, run_matching};
use super::patch::{Change, Operation, patch_body};
use super::reference::{Reference, reference};
use super::resolve::{Purpose, resolve_all};
use super::users::{NOT_DOCUMENTED, UNKNOWN_ID};
use super::{Certainty, Effect, Event, Flow, Method, Reason, Request, Resolved, Step, Verdict, judge_scope};
use crate::directory::{Group, Member, TargetDirectory, TargetResource};
use crate::plan::{AttributePath, ObjectKind, ObjectMapping, Plan, TargetKind};

const GROUP: ObjectKind = ObjectKind::Group;
/// On demand Entra takes a group with at most this many members (entra-docs, provision-on-demand).
const ON_DEMAND_MEMBERS: usize = 5;

/// A group, a plan, what the target holds, and how the group was before.
#[derive(Clone, Copy, Debug)]
pub struct GroupSituation<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The group.
    pub group: &'a Group,
    /// The group in the last cycle; where it is given, the group is linked.
    pub previous: Option<&'a Group>,
    /// What the target holds, users and groups alike.
    pub target: Option<&'a TargetDirectory>,
    /// What happened to a group that is linked already.
    pub event: Option<Event>,
    /// Whether the flag `aadOptscim062020` has an effect.
    pub compliant_patch: bool,
}

/// Members that are sent, as the target's ids, and those that are not, each with the reason.
#[derive(Default)]
struct Membership {
    ids: Vec<String>,
    notes: Vec<String>,
    left_out: Vec<(String, String)>,
}

/// Simulates what Entra would send for a group, and why.
pub fn simulate_group(situation: &GroupSituation<'_>) -> Simulation {
    let mut simulation = Simulation::default();
    let GroupSituation { plan, group, .. } = *situation;
    let Some(groups) = plan.object_mapping(GROUP) else {
        return simulation.end("Import", StepState::Failed, "The plan maps no groups. Add the group mapping first.");
    };
    simulation.resolved = members_follow(resolve_all(plan, GROUP, &group.source, Purpose::Create), group);
    if plan.target_kind() == TargetKind::Other {
        return simulation.end("Import", StepState::Skipped, NOT_DOCUMENTED);
    }
    if !groups.enabled {
        return simulation.end(
            "Import",
            StepState::Skipped,
            "The group mapping is switched off: nothing is read or sent.",
        );
    }
    if matches!(situation.event, Some(Event::Disable | Event::Restore)) {
        return simulation.end(
            "Import",
            StepState::Skipped,
            "A group has no state to disable or restore: it is there or deleted.",
        );
    }
    simulation.scope = Some(judge_scope(plan, GROUP, &group.source));
    let is_linked = situation.previous.is_some() || matches!(situation.event, Some(Event::Update | Event::Delete));
    let matching = run_matching(plan, GROUP, &group.source, situation.target);
    if matching.requests.is_empty() && !is_linked {
        let reason = "ImportSkipped: no matching attribute has a value for this group.";
        return simulation.end("Import", StepState::Failed, reason);
    }
    let size = format!("{} {}", group.members.len(), if group.members.len() == 1 { "member" } else { "members" });
    let mut details = vec![size.clone()];
    if group.members.len() > ON_DEMAND_MEMBERS {
        details.push(format!("On demand Entra takes at most {ON_DEMAND_MEMBERS} members; a cycle takes them all."));
    }
    simulation.step("Import", StepState::Done, size, details);
    let scope = simulation.scope.as_ref().map(|scope| (scope.verdict, scope.reason()));
    let (verdict, reason) = scope.unwrap_or((Verdict::True, String::new()));
    if verdict == Verdict::False && situation.event != Some(Event::Delete) {
        let reason = format!("EntrySynchronizationSkipped: out of scope, {reason}.");
        return simulation.end("Scope", StepState::Skipped, reason);
    }
    simulation.step("Scope", StepState::Done, reason, Vec::new());
    if is_linked {
        let found = match matching.outcome {
            MatchOutcome::One(resource) => Some(resource),
            _ => by_previous(situation),
        };
        return linked(simulation, situation, groups, found);
    }
    for request in matching.requests {
        simulation.send(GROUP, request);
    }
    let outcome = if situation.event == Some(Event::Create) { MatchOutcome::Nobody } else { matching.outcome };
    match outcome {
        MatchOutcome::Several { count, target, value } => {
            simulation.step("Match", StepState::Failed, format!("{count} groups match"), matching.details);
            let reason =
                format!("DuplicateTargetEntries: {count} groups at the target have {target} “{value}”; one is needed.");
            simulation.skip = Some(reason);
            simulation
        }
        MatchOutcome::One(resource) => {
            simulation.step("Match", StepState::Done, "One group found: it is linked and updated", matching.details);
            changes(simulation, situation, groups, Some(resource))
        }
        MatchOutcome::Nobody | MatchOutcome::NoValue => {
            simulation.step("Match", StepState::Done, "No group found", matching.details);
            create(simulation, situation, groups)
        }
    }
}

/// Members are no value of the group: they have requests of their own.
fn members_follow(mut resolved: Vec<Resolved>, group: &Group) -> Vec<Resolved> {
    let members = |one: &&mut Resolved| one.target.eq_ignore_ascii_case("members") && !group.members.is_empty();
    for one in resolved.iter_mut().filter(members) {
        one.flow = Flow::DidNotFlow(Reason::Reference);
    }
    resolved
}

/// A group that was renamed is found by its name before.
fn by_previous<'a>(situation: &GroupSituation<'a>) -> Option<&'a TargetResource> {
    let previous = situation.previous?;
    match run_matching(situation.plan, GROUP, &previous.source, situation.target).outcome {
        MatchOutcome::One(resource) => Some(resource),
        _ => None,
    }
}

fn create(mut simulation: Simulation, situation: &GroupSituation<'_>, groups: &ObjectMapping) -> Simulation {
    if !groups.actions.create {
        let reason =
            "EntrySynchronizationSkipped: Create is off under Target object actions, so the group is not created.";
        return simulation.end("Action", StepState::Skipped, reason);
    }
    let body = create_body(GROUP, &mut simulation.resolved, &[]);
    let mut request = Request::new(Step::Create, Method::Post, "/Groups".to_owned(), Certainty::Documented);
    request.effect = Effect::Create(serde_json::to_value(&body.node).unwrap_or_default());
    request.body = Some(body);
    request.notes.push("A group is created without its members; they follow.".to_owned());
    simulation.send(GROUP, request);
    let members = membership(situation, situation.group);
    simulation.left_out.clone_from(&members.left_out);
    if groups.actions.update {
        send_members(&mut simulation, situation, groups, UNKNOWN_ID, Operation::Add, members);
    }
    simulation.step("Action", StepState::Done, "Create, then the members", Vec::new());
    simulation
}

fn linked(
    mut simulation: Simulation,
    situation: &GroupSituation<'_>,
    groups: &ObjectMapping,
    resource: Option<&TargetResource>,
) -> Simulation {
    let id = resource.and_then(TargetResource::id).unwrap_or(UNKNOWN_ID);
    simulation.step("Match", StepState::Done, format!("Linked already: the id {id} is kept"), Vec::new());
    if situation.event == Some(Event::Delete) {
        if !groups.actions.delete {
            let reason = "EntrySynchronizationSkipped: Delete is off under Target object actions.";
            return simulation.end("Action", StepState::Skipped, reason);
        }
        let mut request = Request::to_object(Step::Delete, Method::Delete, GROUP, id, Certainty::Documented);
        request.effect = Effect::Delete;
        simulation.send(GROUP, request);
        simulation.step("Action", StepState::Done, "Delete", Vec::new());
        return simulation;
    }
    if groups.actions.update {
        let read = Request::to_object(Step::Read, Method::Get, GROUP, id, Certainty::Documented);
        let query = "?excludedAttributes=members";
        let (path, readable_path) = (format!("{}{query}", read.path), format!("{}{query}", read.readable_path));
        simulation.send(GROUP, Request { path, readable_path, ..read });
    }
    changes(simulation, situation, groups, resource)
}

/// The attributes that differ, then the members that came and those that went.
fn changes(
    mut simulation: Simulation,
    situation: &GroupSituation<'_>,
    groups: &ObjectMapping,
    resource: Option<&TargetResource>,
) -> Simulation {
    if !groups.actions.update {
        let reason = "EntrySynchronizationSkipped: Update is off under Target object actions, so nothing is changed.";
        return simulation.end("Action", StepState::Skipped, reason);
    }
    let plan = situation.plan;
    // Without the target's answer, what was sent before is what it holds.
    let before = situation.previous.map(|previous| held_after(plan, previous));
    let held = resource.or(before.as_ref());
    let difference = difference(plan, GROUP, &situation.group.source, held, situation.compliant_patch);
    simulation.resolved = members_follow(difference.resolved.clone(), situation.group);
    let id = resource.and_then(TargetResource::id).unwrap_or(UNKNOWN_ID).to_owned();
    if !difference.changes.is_empty() {
        let (body, deviations) = patch_body(&difference.changes, situation.compliant_patch);
        let mut request = Request::to_object(Step::Update, Method::Patch, GROUP, &id, Certainty::Documented);
        if held.is_none() {
            request.notes.push("What the target holds is not known: every value is sent, as an addition.".to_owned());
        }
        request.body = Some(body);
        request.deviations = deviations;
        request.effect = Effect::Set(difference.values);
        simulation.send(GROUP, request);
    }
    let mut members = membership(situation, situation.group);
    simulation.left_out.clone_from(&members.left_out);
    let mut gone = situation.previous.map(|previous| membership(situation, previous)).unwrap_or_default();
    let now = members.ids.clone();
    members.ids.retain(|id| !gone.ids.contains(id));
    gone.ids.retain(|id| !now.contains(id));
    gone.left_out.clear();
    send_members(&mut simulation, situation, groups, &id, Operation::Add, members);
    send_members(&mut simulation, situation, groups, &id, Operation::Remove, gone);
    if simulation.requests.iter().all(|request| request.step != Step::Update) {
        let reason = "EntrySynchronizationSkipped: the target holds every value and every member already.";
        return simulation.end("Action", StepState::Skipped, reason);
    }
    simulation.step("Action", StepState::Done, "Update", Vec::new());
    simulation
}

/// The resource that a create request made of a group.
fn held_after(plan: &Plan, group: &Group) -> TargetResource {
    let mut held = TargetResource::default();
    for one in resolve_all(plan, GROUP, &group.source, Purpose::Create) {
        if let (Flow::Value { value, .. }, Ok(path)) = (one.flow, AttributePath::parse(&one.target)) {
            held.set(&path, value);
        }
    }
    held
}

fn membership(situation: &GroupSituation<'_>, group: &Group) -> Membership {
    let mut membership = Membership::default();
    for member in &group.members {
        match member {
            Member::Group { label, inside, .. } => {
                let why = "nested groups are not expanded: assign it to the application itself";
                membership.left_out.push((label.clone(), why.to_owned()));
                let why = format!("a member of the nested group {label} only");
                let direct =
                    |name: &&String| !group.members.iter().any(|other| other.key() == *name || other.label() == *name);
                membership.left_out.extend(inside.iter().filter(direct).map(|name| (name.clone(), why.clone())));
            }
            Member::Person(person) => match reference(situation.plan, situation.target, person) {
                Reference::Id(id) => membership.ids.push(id),
                Reference::Placeholder(text, why) => {
                    membership.ids.push(text);
                    if !membership.notes.contains(&why) {
                        membership.notes.push(why);
                    }
                }
                Reference::Missing(why) => membership.left_out.push((person.label.clone(), why)),
            },
        }
    }
    membership
}

/// One request for the members that come, or for those that go (whether Entra bundles them so is not documented; assumed).
fn send_members(
    simulation: &mut Simulation,
    situation: &GroupSituation<'_>,
    groups: &ObjectMapping,
    id: &str,
    operation: Operation,
    members: Membership,
) {
    let mapping =
        groups.attribute_mappings.iter().position(|line| line.target_attribute.eq_ignore_ascii_case("members"));
    if members.ids.is_empty() || mapping.is_none() {
        return;
    }
    let change = |path: String, value: Option<Json>| Change { operation, path, value, mapping, new_element: false };
    let bundle = |ids: &[String]| ids.iter().map(|id| json!({"$ref": null, "value": id})).collect::<Json>();
    let changes: Vec<Change> = if operation == Operation::Remove && situation.compliant_patch {
        let path = |id: &String| format!("members[value eq {}]", super::filter_literal(id));
        members.ids.iter().map(|id| change(path(id), None)).collect()
    } else {
        vec![change("members".to_owned(), Some(bundle(&members.ids)))]
    };
    let (body, deviations) = patch_body(&changes, situation.compliant_patch);
    let request = Request::to_object(Step::Update, Method::Patch, GROUP, id, Certainty::Documented);
    let effect = match operation {
        Operation::Remove => Effect::Members { added: Vec::new(), removed: members.ids },
        _ => Effect::Members { added: members.ids, removed: Vec::new() },
    };
    let mut notes = members.notes;
    notes.extend(members.left_out.iter().map(|(who, why)| format!("{who} is left out: {why}.")));
    simulation.send(GROUP, Request { body: Some(body), deviations, notes, effect, ..request });
}
