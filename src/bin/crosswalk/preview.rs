//! `crosswalk preview PLAN --person FILE` and `crosswalk preview PLAN --group FILE`.

use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use crosswalk::directory::{Person, TargetDirectory};
use crosswalk::plan::{Plan, TargetKind};
use crosswalk::simulate::{self, Event, GroupSituation, Simulation, Situation, Verdict};

use super::Answer;
use super::files::{Failure, group, person, plan, target};

#[derive(clap::Args)]
#[command(group = clap::ArgGroup::new("object").required(true).args(["person", "group"]))]
pub(super) struct Arguments {
    /// The plan file.
    plan: PathBuf,
    /// One person as a flat JSON object, or as Microsoft Graph answers it.
    #[arg(long, value_name = "FILE")]
    person: Option<PathBuf>,
    /// Which person of the file: a user principal name, an object id, or the index from 0.
    #[arg(long, value_name = "NAME", requires = "person")]
    who: Option<String>,
    /// One group: `{"objectId", "displayName", "members": […]}`.
    #[arg(long, value_name = "FILE")]
    group: Option<PathBuf>,
    /// The same group as it was in the last cycle.
    #[arg(long, value_name = "FILE", requires = "group", conflicts_with = "person")]
    previous: Option<PathBuf>,
    /// What the target holds: one SCIM resource, an array of them, or a ListResponse.
    #[arg(long, value_name = "FILE")]
    target: Option<PathBuf>,
    /// What happened to somebody who is linked already.
    #[arg(long, value_parser = event)]
    event: Option<Event>,
    /// As with the flag aadOptscim062020, whatever the plan's Tenant URL says.
    #[arg(long, conflicts_with = "no_flag")]
    flag: bool,
    /// As without the flag aadOptscim062020, whatever the plan's Tenant URL says.
    #[arg(long)]
    no_flag: bool,
}

fn event(name: &str) -> Result<Event, String> {
    let known = || Event::ALL.map(Event::name).join(", ");
    Event::from_name(name).ok_or_else(|| format!("use one of {}", known()))
}

pub(super) fn run(arguments: &Arguments) -> Result<Answer, Failure> {
    let (plan, mut notes) = plan(&arguments.plan)?;
    if plan.target_kind() == TargetKind::Other {
        return Err(Failure::NoScim);
    }
    let (simulation, about) = match &arguments.group {
        Some(_) => of_group(arguments, &plan)?,
        None => of_person(arguments, &plan)?,
    };
    notes.extend(about);
    notes.extend(not_decided(&simulation));
    notes.extend(simulation.did_not_flow().map(|(one, reason)| format!("{} did not flow: {reason}", one.target)));
    notes.extend(simulation.left_out.iter().map(|(who, why)| format!("{who} is left out: {why}")));
    // Requests have text keys only, which always serialise.
    let output = serde_json::to_string_pretty(&simulation).map(|text| text + "\n").unwrap_or_default();
    Ok(Answer { output, notes, code: 0 })
}

fn of_person(arguments: &Arguments, plan: &Plan) -> Result<(Simulation, Vec<String>), Failure> {
    let path = arguments.person.clone().unwrap_or_default();
    let (person, mut notes) = person(&path, arguments.who.as_deref())?;
    let (mut person, about) = Person::from_flat(&person);
    notes.extend(about);
    let clock = SystemTime::now().duration_since(UNIX_EPOCH).ok();
    person.seen_at = clock.and_then(|since| i64::try_from(since.as_millis()).ok());
    let target = target_of(arguments, &mut notes)?;
    let situation = Situation {
        target: target.as_ref(),
        event: arguments.event,
        compliant_patch: compliant_patch(arguments, plan),
        ..Situation::in_cycle(plan, &person)
    };
    Ok((simulate::simulate(&situation), notes))
}

fn of_group(arguments: &Arguments, plan: &Plan) -> Result<(Simulation, Vec<String>), Failure> {
    let (now, mut notes) = group(&arguments.group.clone().unwrap_or_default())?;
    let previous = arguments.previous.as_deref().map(group).transpose()?;
    let target = target_of(arguments, &mut notes)?;
    if let Some((_, about)) = &previous {
        notes.extend(about.iter().map(|note| format!("previous: {note}")));
    }
    let situation = GroupSituation {
        plan,
        group: &now,
        previous: previous.as_ref().map(|(group, _)| group),
        target: target.as_ref(),
        event: arguments.event,
        compliant_patch: compliant_patch(arguments, plan),
    };
    Ok((simulate::simulate_group(&situation), notes))
}

/// What is left open about the scope. The steps after it suppose an answer.
fn not_decided(simulation: &Simulation) -> Option<String> {
    let scope = simulation.scope.as_ref().filter(|scope| scope.verdict == Verdict::Unknown)?;
    let step = simulation.steps.iter().find(|step| step.title == "Scope");
    Some(step.map_or_else(|| format!("Scope: {}", scope.reason()), |step| format!("Scope: {}", step.summary)))
}

/// What the target holds, with notes.
fn target_of(arguments: &Arguments, notes: &mut Vec<String>) -> Result<Option<TargetDirectory>, Failure> {
    let Some(path) = &arguments.target else { return Ok(None) };
    let (target, about) = target(path)?;
    notes.extend(about.into_iter().map(|note| format!("target: {note}")));
    Ok(Some(target))
}

/// The options decide, else the plan's Tenant URL.
fn compliant_patch(arguments: &Arguments, plan: &Plan) -> bool {
    arguments.flag || (!arguments.no_flag && plan.connection.compliant_patch())
}
