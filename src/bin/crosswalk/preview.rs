//! `crosswalk preview PLAN --person FILE`.

use std::path::PathBuf;

use crosswalk::directory::Person;
use crosswalk::simulate;

use super::Answer;
use super::files::{Failure, person, plan};

#[derive(clap::Args)]
pub(super) struct Arguments {
    /// The plan file.
    plan: PathBuf,
    /// One person as a flat JSON object.
    #[arg(long)]
    person: PathBuf,
}

pub(super) fn run(arguments: &Arguments) -> Result<Answer, Failure> {
    let plan = plan(&arguments.plan)?;
    let (person, mut notes) = Person::from_flat(&person(&arguments.person)?);
    let simulation = simulate::preview(&plan, &person);
    notes.extend(simulation.did_not_flow().map(|(one, reason)| format!("{} did not flow: {reason}", one.target)));
    if simulation.requests.is_empty() {
        notes.extend(simulation.steps.last().map(|step| format!("nothing is sent: {}", step.summary)));
    }
    // Requests have text keys only, which always serialise.
    let output = serde_json::to_string_pretty(&simulation.requests).map(|text| text + "\n").unwrap_or_default();
    Ok(Answer { output, notes, code: 0 })
}
