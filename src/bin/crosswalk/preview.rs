//! `crosswalk preview PLAN --person FILE` and `crosswalk preview PLAN --group FILE`: the requests on standard output, the
//! steps and reasons on standard error.

use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use crosswalk::directory::Person;
use crosswalk::exchange::graph_schema::needed_attributes;
use crosswalk::plan::{AttributeSide, ObjectKind, Plan};
use crosswalk::simulate::{Event, Simulation, Situation, SourceObject, simulate};

use super::Answer;
use super::choice::ChoiceArguments;
use super::files::{Failure, PlanRead, group, plan, target};
use super::person::person;
use super::profile::ProfileOption;

#[derive(clap::Args)]
#[command(group = clap::ArgGroup::new("object").required(true).args(["person", "group"]))]
pub(super) struct Arguments {
    /// The plan file, or a schema.
    plan: PathBuf,
    #[command(flatten)]
    choice: ChoiceArguments,
    /// One person as a flat JSON object, as Microsoft Graph returns it, or in a CSV file of people: the export of an admin
    /// center, of PowerShell, or any other with a header.
    #[arg(long, value_name = "FILE")]
    person: Option<PathBuf>,
    /// Which person of the file: a user principal name, an object id, or the index from 0.
    #[arg(long, value_name = "NAME", requires = "person")]
    who: Option<String>,
    /// One group: `{"objectId", "displayName", "members": […]}`.
    #[arg(long, value_name = "FILE")]
    group: Option<PathBuf>,
    /// The same person or group as the last cycle saw it. An update then sends only what changed.
    #[arg(long, value_name = "FILE")]
    previous: Option<PathBuf>,
    /// What the target has: one SCIM resource, an array of them, or a ListResponse. A single resource is the
    /// object's own account or group.
    #[arg(long, value_name = "FILE")]
    target: Option<PathBuf>,
    /// What happened: create, update, disable, restore or delete. Default: update with --previous, otherwise create.
    #[arg(long, value_parser = event)]
    event: Option<Event>,
    /// Send updates with the flag aadOptscim062020, even if the plan's Tenant URL lacks it.
    #[arg(long, conflicts_with = "no_flag")]
    flag: bool,
    /// Send updates without the flag aadOptscim062020, even if the plan's Tenant URL has it.
    #[arg(long)]
    no_flag: bool,
    #[command(flatten)]
    profile: ProfileOption,
}

fn event(name: &str) -> Result<Event, String> {
    let known = || Event::ALL.map(Event::name).join(", ");
    Event::from_name(name).ok_or_else(|| format!("use one of {}", known()))
}

pub(super) fn run(arguments: &Arguments) -> Result<Answer, Failure> {
    let PlanRead { plan, mut notes, is_schema, .. } = plan(&arguments.plan, &arguments.choice.choice())?;
    arguments.choice.only_with_a_schema(is_schema)?;
    let plan = arguments.profile.on(plan);
    let (simulation, about) = match (&arguments.group, &arguments.person) {
        (Some(path), _) => of_group(arguments, &plan, path)?,
        (None, path) => of_person(arguments, &plan, path.as_deref().unwrap_or(Path::new("")))?,
    };
    notes.extend(about);
    notes.extend(simulation.reasons());
    // Requests have text keys only, which always serialise.
    let output = serde_json::to_string_pretty(&simulation).map(|text| text + "\n").unwrap_or_default();
    Ok(Answer { output, notes, code: 0 })
}

fn of_person(arguments: &Arguments, plan: &Plan, path: &Path) -> Result<(Simulation, Vec<String>), Failure> {
    let reads = plan.object_mappings.iter().filter(|mapping| mapping.kind == ObjectKind::User);
    let reads: Vec<String> = reads.flat_map(|mapping| needed_attributes(mapping, AttributeSide::Source)).collect();
    let (mut now, mut notes) = person(path, arguments.who.as_deref(), &reads)?;
    let clock = SystemTime::now().duration_since(UNIX_EPOCH).ok();
    now.seen_at = clock.and_then(|since| i64::try_from(since.as_millis()).ok());
    let previous = match &arguments.previous {
        Some(path) => {
            let (previous, about) = person(path, arguments.who.as_deref(), &reads)?;
            notes.extend(about.into_iter().map(|note| format!("previous: {note}")));
            Some(Person { seen_at: now.seen_at, ..previous })
        }
        None => None,
    };
    Ok((answer(arguments, plan, (&now).into(), previous.as_ref().map(Into::into), &mut notes)?, notes))
}

fn of_group(arguments: &Arguments, plan: &Plan, path: &Path) -> Result<(Simulation, Vec<String>), Failure> {
    let (now, mut notes) = group(path)?;
    let previous = match &arguments.previous {
        Some(path) => {
            let (previous, about) = group(path)?;
            notes.extend(about.into_iter().map(|note| format!("previous: {note}")));
            Some(previous)
        }
        None => None,
    };
    Ok((answer(arguments, plan, (&now).into(), previous.as_ref().map(Into::into), &mut notes)?, notes))
}

fn answer(
    arguments: &Arguments,
    plan: &Plan,
    now: SourceObject<'_>,
    previous: Option<SourceObject<'_>>,
    notes: &mut Vec<String>,
) -> Result<Simulation, Failure> {
    let target = match &arguments.target {
        Some(path) => {
            let (target, about) = target(path)?;
            notes.extend(about.into_iter().map(|note| format!("target: {note}")));
            Some(target)
        }
        None => None,
    };
    // A file with one resource shows the object's own account, even if its values have changed since.
    let own = target.as_ref().filter(|target| !target.is_part).and_then(|target| match target.resources.as_slice() {
        [one] if one.kind().is_none_or(|kind| kind == now.kind()) => Some(one),
        _ => None,
    });
    let run = Situation::in_cycle(plan, now);
    Ok(simulate(&Situation {
        previous,
        event: arguments.event,
        target: target.as_ref(),
        linked_to: own,
        // The options decide, else the plan's Tenant URL.
        compliant_patch: arguments.flag || (!arguments.no_flag && run.compliant_patch),
        ..run
    }))
}
