//! The way of one object from the source to the target, in the order that Entra shows it: import, scope, match, act.
//!
//! Users and groups take the same way; a comment says where they differ. Read it from top to bottom, then `act`. A stage
//! that ends the way notes why, and returns nothing (entra-docs, how-provisioning-works and provision-on-demand).

use super::act::act;
use super::case::{Case, Found};
use super::difference::state_dependent;
use super::effects::effects;
use super::matching::{Hit, MatchOutcome, Matching, run_matching};
use super::request::UNKNOWN_ID;
use super::resolve::Purpose;
use super::strict::refusals;
use super::{Event, Simulation, Situation, SourceObject, StepState, Verdict};
use crate::catalog::{Capability, Description, profile_of};
use crate::directory::TargetResource;
use crate::plan::{ObjectKind, ProvisionScope};
use crate::text::counted;

/// On demand Entra takes a group with at most this many members (entra-docs, provision-on-demand).
const ON_DEMAND_MEMBERS: usize = 5;

/// Takes an object all the way. `presumed` is what a linked object has at the target when nothing else is known.
pub(super) fn run(situation: &Situation<'_>, presumed: Option<&TargetResource>) -> Simulation {
    let mut told = Simulation::default();
    let _ended = travel(situation, presumed, &mut told);
    let (plan, kind) = (situation.plan, situation.now.kind());
    let (profile, description) = (profile_of(plan), Description::of(plan));
    for request in &mut told.requests {
        request.notes.extend(effects(profile, kind, request));
        request.refusals = refusals(plan, &description, kind, request, &told.resolved);
    }
    told
}

fn travel(situation: &Situation<'_>, presumed: Option<&TargetResource>, told: &mut Simulation) -> Option<()> {
    let mut case = set_out(situation, told)?;
    let matching = run_matching(situation.plan, case.kind, &case.source, situation.searched());
    import(&case, &matching, told)?;
    case.event = scope(&case, told)?;
    // A group has no state. What the scope says of it comes first.
    if !case.is_user() && matches!(case.event, Event::Disable | Event::Restore) {
        let reason = "You cannot disable or restore a group, because a group has no state.";
        return told.end("Action", StepState::Skipped, reason);
    }
    let found = find(&case, matching, presumed, told)?;
    act(&case, found, told)
}

/// Before the first step: is the connection sound, is there a mapping, is it on, and does the connector speak SCIM?
fn set_out<'a>(situation: &'a Situation<'a>, told: &mut Simulation) -> Option<Case<'a>> {
    let (plan, kind) = (situation.plan, situation.now.kind());
    let profile = profile_of(plan);
    if let Some(complaint) = plan.connection.tenant_url_complaint(profile.has(Capability::DocumentedEndpoint)) {
        let summary = format!("{complaint} The connection would fail. The steps below assume that you corrected it.");
        told.step("Test connection", StepState::Failed, summary, Vec::new());
    }
    let (objects, object) = match kind {
        ObjectKind::User => ("users", "user"),
        ObjectKind::Group => ("groups", "group"),
    };
    let Some(mapping) = plan.object_mapping(kind) else {
        let reason = format!("The plan maps no {objects}. Add the {object} mapping first.");
        return told.end("Import", StepState::Failed, reason);
    };
    let case = Case::new(situation, mapping);
    told.scope = Some(case.scope.clone());
    told.resolved = case.resolved(if case.event == Event::Create { Purpose::Create } else { Purpose::Update });
    if !profile.has(Capability::Scim) {
        let reason = "Requests to this connector are not documented: the schema's target is not a SCIM application.";
        return told.end("Import", StepState::Skipped, reason);
    }
    if !mapping.enabled {
        let reason = format!("The {object} mapping is switched off: Entra reads and sends nothing.");
        return told.end("Import", StepState::Skipped, reason);
    }
    Some(case)
}

/// Import: Entra reads the attributes. An object that it does not know yet needs a value to match on.
fn import(case: &Case<'_>, matching: &Matching<'_>, told: &mut Simulation) -> Option<()> {
    if case.event == Event::Create && matching.requests.is_empty() {
        let lines = case.mapping.matching();
        let targets: Vec<&str> = lines.iter().map(|(_, line)| line.target_attribute.as_str()).collect();
        let what = match targets.as_slice() {
            [] => "the plan has no matching attribute".to_owned(),
            targets => format!("no value for {}", targets.join(", ")),
        };
        let reason = format!("ImportSkipped: no matching attribute has a value ({what}).");
        return told.fail("Import", reason, Vec::new());
    }
    let values = case.source.attributes.iter().filter(|(_, value)| !value.is_null());
    let mut details: Vec<String> = values.map(|(name, value)| format!("{name}: {value}")).collect();
    let mut summary = counted(details.len(), "attribute");
    if let SourceObject::Group(group) = case.situation.now {
        let count = group.members.len();
        summary = format!("{summary} and {}", counted(count, "member"));
        if case.situation.on_demand && count > ON_DEMAND_MEMBERS {
            details.push(format!(
                "Provision on demand accepts at most {ON_DEMAND_MEMBERS} members. A cycle provisions all of them."
            ));
        }
    }
    told.step("Import", StepState::Done, format!("{summary} read"), details);
    Some(())
}

/// Scope: is the object assigned, and does a scoping filter let it in? Returns what happens then.
fn scope(case: &Case<'_>, told: &mut Simulation) -> Option<Event> {
    let (details, reason) = (scope_details(case), case.scope.reason());
    let is_deleted = case.is_user() && (case.source.soft_deleted || case.source.hard_deleted);
    let fault = case.scope.fault().and_then(|clause| clause.reason.clone());
    match (case.scope.verdict, fault) {
        (Verdict::False, _) => return outside(case, &reason, details, told),
        (Verdict::Unknown, Some(fault)) => return told.fail("Scope", fault, details),
        _ if is_deleted && case.event == Event::Create => {
            let reason = "EntrySynchronizationSkipped: deleted in Entra, out of scope and not linked.";
            return told.end_with("Scope", StepState::Failed, reason, details);
        }
        (Verdict::Unknown, None) => {
            let summary = format!(
                "Crosswalk cannot decide this: {reason}. The steps below assume that the {} is in scope",
                case.noun()
            );
            told.step("Scope", StepState::Done, summary, details);
        }
        (Verdict::True, _) => told.step("Scope", StepState::Done, reason, details),
    }
    Some(case.event)
}

/// Out of scope. What follows depends on whether Entra manages the object already.
fn outside(case: &Case<'_>, reason: &str, details: Vec<String>, told: &mut Simulation) -> Option<Event> {
    let noun = case.noun();
    let end = |consequence: &str| format!("EntrySynchronizationSkipped: out of scope, {reason}. {consequence}");
    let (consequence, then) = match (case.event, case.is_user()) {
        (Event::Create, _) => {
            let reason =
                format!("EntrySynchronizationSkipped: out of scope and not linked, {reason}. Nothing is sent.");
            return told.end_with("Scope", StepState::Failed, reason, details);
        }
        (Event::Delete, _) if !case.is_still_managed() => {
            let reason =
                end(&format!("Entra no longer manages the {noun}: it sends no DELETE, and the target keeps it."));
            return told.end_with("Scope", StepState::Failed, reason, details);
        }
        (Event::Delete, _) => (format!("Entra still manages the {noun}, so the deletion is sent."), Event::Delete),
        (_, false) => {
            let reason = end(
                "Nothing is sent, and the target keeps the group with its members (not documented for groups; assumed).",
            );
            return told.end_with("Scope", StepState::Failed, reason, details);
        }
        (Event::Restore, true) => ("The account stays disabled.".to_owned(), Event::Disable),
        (Event::Update | Event::Disable, true) => (disables(case).to_owned(), Event::Disable),
    };
    told.step("Scope", StepState::Failed, format!("Out of scope: {reason}. {consequence}"), details);
    Some(then)
}

/// What becomes of the account of a person who leaves the scope.
fn disables(case: &Case<'_>) -> &'static str {
    if !case.mapping.actions.update {
        "The account stays active, because Update is off under Target object actions."
    } else if state_dependent(case.situation.plan, &case.source).is_empty() {
        "The account stays active, because no mapped value depends on IsSoftDeleted."
    } else {
        "Entra disables the account."
    }
}

/// What the scope step looks at (entra-docs, provision-on-demand, "Step 2").
fn scope_details(case: &Case<'_>) -> Vec<String> {
    let (source, scope) = (&case.source, &case.scope);
    let yes = |holds: bool| if holds { "true" } else { "false" };
    let active = !source.blocked() && !source.soft_deleted && !source.hard_deleted;
    let mut details = vec![
        format!("Active in source system: {}", yes(active)),
        format!("Assigned to application: {}", yes(scope.assigned)),
        format!("Scope sync all: {}", yes(scope.provision == ProvisionScope::All)),
    ];
    for filter in &scope.filters {
        for clause in &filter.clauses {
            let reason = clause.reason.as_deref().map_or_else(String::new, |reason| format!(" ({reason})"));
            details.push(format!("{} {}: {}{reason}", filter.title, clause.text, clause.verdict.label()));
        }
    }
    details
}

/// Match: a linked object keeps its link, and Entra looks for any other one.
fn find<'a>(
    case: &Case<'a>,
    matching: Matching<'a>,
    presumed: Option<&'a TargetResource>,
    told: &mut Simulation,
) -> Option<Found<'a>> {
    if case.event != Event::Create {
        let resource = linked(case, &matching.outcome).or(presumed);
        let id = resource.and_then(TargetResource::id).unwrap_or(UNKNOWN_ID);
        let summary = format!("Already linked. Entra keeps the ID {id} from the first match or create");
        told.step("Match", StepState::Done, summary, Vec::new());
        return Some(Found::Linked(resource));
    }
    for request in matching.requests {
        told.send(request);
    }
    let objects = if case.is_user() { "users" } else { "groups" };
    match matching.outcome {
        MatchOutcome::Several { count, target, value, .. } => {
            let reason = format!(
                "DuplicateTargetEntries: {count} {objects} at the target have {target} “{value}”. Make the value unique."
            );
            told.fail("Match", reason, matching.details)
        }
        MatchOutcome::One(Hit { resource, .. }) => {
            told.link = resource.id().map(str::to_owned);
            let summary = format!("One {} found. Entra links it and updates it", &objects[..objects.len() - 1]);
            told.step("Match", StepState::Done, summary, matching.details);
            Some(Found::Linked(Some(resource)))
        }
        MatchOutcome::NotKnown => {
            let summary = format!(
                "Not known: the target has more {objects} than the list shows. The steps below assume that none matches"
            );
            told.step("Match", StepState::Done, summary, matching.details);
            Some(Found::NoMatch)
        }
        MatchOutcome::Nobody | MatchOutcome::NoValue => {
            let known = if case.situation.target.is_some() {
                ""
            } else {
                " (the users and groups of the target are not given)"
            };
            let summary = format!("No {} found{known}", &objects[..objects.len() - 1]);
            told.step("Match", StepState::Done, summary, matching.details);
            Some(Found::NoMatch)
        }
    }
}

/// What a linked object has at the target, as far as the target is known: by its link, by its values now, or by its
/// values in the last cycle, because it may have been renamed.
fn linked<'a>(case: &Case<'a>, by_values_now: &MatchOutcome<'a>) -> Option<&'a TargetResource> {
    let Situation { plan, target, previous, linked_to, .. } = *case.situation;
    let one = |outcome: &MatchOutcome<'a>| match outcome {
        MatchOutcome::One(hit) => Some(hit.resource),
        _ => None,
    };
    let by_link = || target?.by_id(target?.links.get(case.source.key()?)?);
    let by_values_before =
        || one(&run_matching(plan, case.kind, previous?.attributes(), case.situation.searched()).outcome);
    linked_to.or_else(by_link).or_else(|| one(by_values_now)).or_else(by_values_before)
}
