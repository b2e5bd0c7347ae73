//! What Entra does with a person: match and create or update, or, for one who is linked, what an event asks for
//! (entra-docs, how-provisioning-works and use-scim-to-provision-users-and-groups).

use super::create::create_body;
use super::difference::{Difference, difference, state_dependent};
use super::journey::{Simulation, StepState};
use super::manager_request::{ManagerRequest, manager_request};
use super::matching::{MatchOutcome, run_matching};
use super::patch::{Change, Operation, patch_body};
use super::resolve::{Purpose, resolve_all};
use super::roles::{RoleFunction, role_function};
use super::staffbase::IDENTIFIER_CHANGES;
use super::{
    Certainty, Effect, Event, Flow, Method, Reason, Request, Resolved, ScopeVerdict, Situation, Step, Verdict,
};
use crate::directory::{Person, TargetResource};
use crate::plan::{ObjectKind, ObjectMapping, TargetKind};

const USER: ObjectKind = ObjectKind::User;
/// What is said of a connector of its own instead of requests.
pub(super) const NOT_DOCUMENTED: &str =
    "Requests to this connector are not documented: the schema's target is no SCIM application.";
/// The id of an object whose resource is not known.
pub(super) const UNKNOWN_ID: &str = "{id}";

/// Simulates what Entra would send for a person, and why.
pub fn simulate(situation: &Situation<'_>) -> Simulation {
    let mut simulation = Simulation::default();
    if let Some(complaint) = situation.plan.connection.tenant_url_complaint() {
        let summary = format!("{complaint} The connection would fail. The steps below assume that you corrected it.");
        simulation.step("Test connection", StepState::Failed, summary, Vec::new());
    }
    let Some(users) = situation.plan.object_mapping(USER) else {
        return simulation.end("Import", StepState::Failed, "The plan maps no users. Add the user mapping first.");
    };
    let (person, scope) = situation.prepared();
    simulation.scope = Some(scope);
    if situation.plan.target_kind() == TargetKind::Other {
        simulation.resolved = resolve_all(situation.plan, USER, &person, Purpose::Create);
        return simulation.end("Import", StepState::Skipped, NOT_DOCUMENTED);
    }
    if !users.enabled {
        simulation.resolved = resolve_all(situation.plan, USER, &person, Purpose::Create);
        return simulation.end(
            "Import",
            StepState::Skipped,
            "The user mapping is switched off: nothing is read or sent.",
        );
    }
    match situation.event {
        None | Some(Event::Create) => first_meeting(simulation, situation, users, &person),
        Some(event) => linked(simulation, situation, users, &person, event),
    }
}

fn import_details(person: &Person) -> Vec<String> {
    let shown = |(name, value): (&String, &serde_json::Value)| format!("{name}: {value}");
    person.attributes.iter().filter(|(_, value)| !value.is_null()).map(shown).collect()
}

fn import_step(simulation: &mut Simulation, person: &Person) {
    let details = import_details(person);
    let summary = format!("{} {} read", details.len(), if details.len() == 1 { "attribute" } else { "attributes" });
    simulation.step("Import", StepState::Done, summary, details);
}

/// What the scope step looks at (entra-docs, provision-on-demand, "Step 2").
fn scope_details(simulation: &Simulation, person: &Person) -> Vec<String> {
    let Some(scope) = &simulation.scope else { return Vec::new() };
    let yes = |holds: bool| if holds { "true" } else { "false" };
    let mut details = vec![
        format!("Active in source system: {}", yes(!person.blocked() && !person.soft_deleted && !person.hard_deleted)),
        format!("Assigned to application: {}", yes(scope.assigned)),
        format!("Scope sync all: {}", yes(scope.provision == crate::plan::ProvisionScope::All)),
    ];
    for filter in &scope.filters {
        for clause in &filter.clauses {
            let reason = clause.reason.as_deref().map_or_else(String::new, |reason| format!(" ({reason})"));
            details.push(format!("{} {}: {}{reason}", filter.title, clause.text, clause.verdict.label()));
        }
    }
    details
}

fn first_meeting(
    mut simulation: Simulation,
    situation: &Situation<'_>,
    users: &ObjectMapping,
    person: &Person,
) -> Simulation {
    let plan = situation.plan;
    let matching = run_matching(plan, USER, person, situation.target);
    simulation.resolved = resolve_all(plan, USER, person, Purpose::Create);
    if matching.requests.is_empty() {
        let asked =
            users.matching().iter().map(|(_, one)| one.target_attribute.as_str()).collect::<Vec<_>>().join(", ");
        let what = if asked.is_empty() {
            "the plan has no matching attribute".to_owned()
        } else {
            format!("no value for {asked}")
        };
        return simulation.end(
            "Import",
            StepState::Failed,
            format!("ImportSkipped: no matching attribute has a value ({what})."),
        );
    }
    import_step(&mut simulation, person);

    let details = scope_details(&simulation, person);
    let (verdict, reason, fault) = simulation.scope.as_ref().map_or((Verdict::True, String::new(), None), |scope| {
        (scope.verdict, scope.reason(), scope.fault().and_then(|clause| clause.reason.clone()))
    });
    if let Some(fault) = fault.filter(|_| verdict == Verdict::Unknown) {
        simulation.step("Scope", StepState::Failed, fault.clone(), details);
        simulation.skip = Some(fault);
        return simulation;
    }
    if verdict == Verdict::False || person.soft_deleted || person.hard_deleted {
        let why = if verdict == Verdict::False { reason } else { "deleted in Entra".to_owned() };
        let reason = format!("EntrySynchronizationSkipped: out of scope and not linked, {why}.");
        simulation.step("Scope", StepState::Skipped, reason.clone(), details);
        simulation.skip = Some(reason);
        return simulation;
    }
    let summary = match verdict {
        Verdict::Unknown => format!("Not decided here: {reason}. The steps below suppose that the person is in scope"),
        _ => reason,
    };
    simulation.step("Scope", StepState::Done, summary, details);

    for request in matching.requests {
        simulation.send(USER, request);
    }
    let outcome = if situation.event == Some(Event::Create) { MatchOutcome::Nobody } else { matching.outcome };
    match outcome {
        MatchOutcome::Several { count, target, value } => {
            simulation.step("Match", StepState::Failed, format!("{count} users match"), matching.details);
            let reason =
                format!("DuplicateTargetEntries: {count} users at the target have {target} “{value}”; one is needed.");
            simulation.skip = Some(reason);
            simulation
        }
        MatchOutcome::One(resource) => {
            simulation.link = resource.id().map(str::to_owned);
            simulation.step("Match", StepState::Done, "One user found: they are linked and updated", matching.details);
            update(simulation, situation, users, person, Some(resource), false)
        }
        MatchOutcome::Nobody | MatchOutcome::NoValue => {
            let summary = match situation.target {
                None => "No user found (nothing is known of the target)",
                Some(_) => "No user found",
            };
            simulation.step("Match", StepState::Done, summary, matching.details);
            create(simulation, situation, users, person)
        }
    }
}

fn create(mut simulation: Simulation, situation: &Situation<'_>, users: &ObjectMapping, person: &Person) -> Simulation {
    let is_single = |one: &Resolved| {
        let line = users.attribute_mappings.get(one.mapping);
        line.is_some_and(|line| role_function(&line.source) == Some(RoleFunction::Single))
    };
    let roles: Vec<usize> = simulation.resolved.iter().filter(|one| is_single(one)).map(|one| one.mapping).collect();
    let body = create_body(USER, &mut simulation.resolved, &roles);
    if !users.actions.create {
        let reason = "EntrySynchronizationSkipped: Create is off under Target object actions, so nobody is created.";
        return simulation.end("Action", StepState::Skipped, reason);
    }
    if person.is_soft_deleted() {
        let reason = "EntrySynchronizationSkipped: the person is not active, and Entra creates active people only.";
        return simulation.end("Action", StepState::Skipped, reason);
    }
    let mut request = Request::new(Step::Create, Method::Post, "/Users".to_owned(), Certainty::Documented);
    request.effect = Effect::Create(serde_json::to_value(&body.node).unwrap_or_default());
    request.body = Some(body);
    request.notes = remarks(&simulation.resolved);
    simulation.send(USER, request);
    let manager =
        if users.actions.update { manager(&mut simulation, situation, person, None, Purpose::Create) } else { None };
    let summary = if manager.is_some() { "Create; the manager follows" } else { "Create" };
    simulation.step("Action", StepState::Done, summary, written(&simulation));
    if let Some(request) = manager {
        simulation.send(USER, request.noting("{id} is what the target answers to the create request."));
    }
    simulation
}

/// The manager's own request, where there is one.
fn manager(
    simulation: &mut Simulation,
    situation: &Situation<'_>,
    person: &Person,
    resource: Option<&TargetResource>,
    purpose: Purpose,
) -> Option<Request> {
    let found = manager_request(situation, person, resource, purpose)?;
    let (mapping, reason, request) = match found {
        ManagerRequest::Send(mapping, request) => (mapping, Reason::Reference, Some(*request)),
        ManagerRequest::Nothing(mapping, reason) => (mapping, reason, None),
    };
    if let Some(one) = simulation.resolved.iter_mut().find(|one| one.mapping == mapping) {
        one.flow = Flow::DidNotFlow(reason);
    }
    request
}

fn update(
    mut simulation: Simulation,
    situation: &Situation<'_>,
    users: &ObjectMapping,
    person: &Person,
    resource: Option<&TargetResource>,
    is_linked: bool,
) -> Simulation {
    if !users.actions.update {
        let reason = "EntrySynchronizationSkipped: Update is off under Target object actions, so nothing is changed.";
        return simulation.end("Action", StepState::Skipped, reason);
    }
    let difference = difference(situation.plan, USER, person, resource, situation.compliant_patch);
    simulation.resolved.clone_from(&difference.resolved);
    let update = patch(situation, Step::Update, difference, resource);
    let manager = manager(&mut simulation, situation, person, resource, Purpose::Update);
    if update.is_none() && manager.is_none() {
        return simulation.end("Action", StepState::Skipped, NOTHING_DIFFERS);
    }
    if let Some(mut request) = update {
        if resource.is_none() && is_linked {
            request.notes.push("What the target holds is not known: every value is sent, as an addition.".to_owned());
        }
        simulation.send(USER, request);
    }
    let details = written(&simulation);
    simulation.step("Action", StepState::Done, "Update", details);
    if let Some(request) = manager {
        simulation.send(USER, request);
    }
    simulation
}

const NOTHING_DIFFERS: &str = "EntrySynchronizationSkipped: the target holds every value already.";

/// A PATCH of the changes; nothing where there are none.
fn patch(
    situation: &Situation<'_>,
    step: Step,
    difference: Difference,
    resource: Option<&TargetResource>,
) -> Option<Request> {
    if difference.changes.is_empty() {
        return None;
    }
    let id = resource.and_then(TargetResource::id).unwrap_or(UNKNOWN_ID);
    let (body, deviations) = patch_body(&difference.changes, situation.compliant_patch);
    let certainty = if step == Step::Restore { Certainty::Assumed } else { Certainty::Documented };
    let mut request = Request::to_object(step, Method::Patch, USER, id, certainty);
    request.notes = remarks(&difference.resolved);
    if resource.is_some_and(|resource| resource.id().is_none()) {
        request.notes.push("The resource at the target has no id; {id} stands for it.".to_owned());
    }
    let renames =
        |change: &Change| change.operation == Operation::Replace && change.path.eq_ignore_ascii_case("externalId");
    if difference.changes.iter().any(renames) {
        request.notes.push(IDENTIFIER_CHANGES.to_owned());
    }
    request.body = Some(body);
    request.deviations = deviations;
    request.effect = Effect::Set(difference.values);
    Some(request)
}

fn linked(
    mut simulation: Simulation,
    situation: &Situation<'_>,
    users: &ObjectMapping,
    person: &Person,
    event: Event,
) -> Simulation {
    import_step(&mut simulation, person);
    let details = scope_details(&simulation, person);
    let reason = simulation.scope.as_ref().map(ScopeVerdict::reason).unwrap_or_default();
    simulation.step("Scope", StepState::Done, reason, details);
    let resource = situation.linked(person);
    let id = resource.and_then(TargetResource::id).unwrap_or(UNKNOWN_ID);
    let summary = format!("Linked already: the id {id} is kept from the first match or create");
    simulation.step("Match", StepState::Done, summary, Vec::new());
    simulation.resolved = resolve_all(situation.plan, USER, person, Purpose::Update);
    let read = || Request::to_object(Step::Read, Method::Get, USER, id, Certainty::Documented);
    match event {
        Event::Delete => {
            for one in simulation.resolved.iter_mut().filter(|one| matches!(one.flow, Flow::Value { .. })) {
                one.flow = Flow::DidNotFlow(Reason::NotThisEvent);
            }
            if !users.actions.delete {
                let reason = "EntrySynchronizationSkipped: Delete is off under Target object actions.";
                return simulation.end("Action", StepState::Skipped, reason);
            }
            let mut request = Request::to_object(Step::Delete, Method::Delete, USER, id, Certainty::Documented);
            request.effect = Effect::Delete;
            simulation.send(USER, request);
            simulation.step("Action", StepState::Done, "Delete", Vec::new());
            simulation
        }
        Event::Disable | Event::Restore => state_change(simulation, situation, users, person, event, resource),
        Event::Create | Event::Update => {
            if users.actions.update {
                simulation.send(USER, read());
            }
            update(simulation, situation, users, person, resource, true)
        }
    }
}

/// Disable and restore: what depends on IsSoftDeleted; a restore brings the other differences with it.
fn state_change(
    mut simulation: Simulation,
    situation: &Situation<'_>,
    users: &ObjectMapping,
    person: &Person,
    event: Event,
    resource: Option<&TargetResource>,
) -> Simulation {
    if !users.actions.update {
        let reason = "EntrySynchronizationSkipped: Update is off under Target object actions, so active is not sent.";
        return simulation.end("Action", StepState::Skipped, reason);
    }
    let id = resource.and_then(TargetResource::id).unwrap_or(UNKNOWN_ID);
    if event == Event::Restore {
        simulation.send(USER, Request::to_object(Step::Read, Method::Get, USER, id, Certainty::Documented));
    }
    let dependent = state_dependent(situation.plan, person);
    let mut difference = difference(situation.plan, USER, person, resource, situation.compliant_patch);
    if event == Event::Disable || resource.is_none() {
        difference = difference.only(&dependent);
    }
    if resource.is_none() {
        // The account has a state already, whatever else is known of it.
        for change in &mut difference.changes {
            change.operation = Operation::Replace;
            change.new_element = false;
        }
    }
    simulation.resolved.clone_from(&difference.resolved);
    let (step, done) = match event {
        Event::Restore => (Step::Restore, "Update: access comes back"),
        _ => (Step::Disable, "Update: the account is disabled"),
    };
    let Some(request) = patch(situation, step, difference, resource) else {
        let reason = if dependent.is_empty() {
            "EntrySynchronizationSkipped: no value that is sent depends on IsSoftDeleted, so the account stays as it is."
        } else {
            NOTHING_DIFFERS
        };
        return simulation.end("Action", StepState::Skipped, reason);
    };
    simulation.send(USER, request);
    let details = written(&simulation);
    simulation.step("Action", StepState::Done, done, details);
    simulation
}

/// What the values' mappings have to remark.
fn remarks(resolved: &[Resolved]) -> Vec<String> {
    let remark = |one: &Resolved| match &one.flow {
        Flow::Value { note, .. } => note.clone(),
        Flow::DidNotFlow(_) => None,
    };
    resolved.iter().filter_map(remark).collect()
}

/// The attributes written, a line each.
fn written(simulation: &Simulation) -> Vec<String> {
    let line = |one: &Resolved| match &one.flow {
        Flow::Value { value, .. } => Some(format!("{}: {value}", one.target)),
        Flow::DidNotFlow(_) => None,
    };
    simulation.resolved.iter().filter_map(line).collect()
}
