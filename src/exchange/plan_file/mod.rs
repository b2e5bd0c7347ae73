//! The plan file, version 2: the plan's members behind `format` and `version`, documented in docs/plan-file.md.

mod error;
mod migration;

pub use error::PlanFileError;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::catalog::profile_signs;
use crate::limits::{Exceeded, PLAN_BYTES};
use crate::plan::{Plan, cut_to_limits, invariants, within_limits, without_secrets};

/// The value of a plan file's `format`.
pub const FORMAT: &str = "crosswalk-plan";
/// The version that this program writes: one more than the number of migrations.
pub const VERSION: u64 = 1 + migration::STEPS.len() as u64;

/// The content of a file: `format`, `version` and the plan's members.
#[derive(Serialize)]
pub(super) struct Envelope<'a> {
    format: &'static str,
    version: u64,
    #[serde(flatten)]
    plan: &'a Plan,
}

impl<'a> Envelope<'a> {
    pub(super) const fn of(plan: &'a Plan) -> Self {
        Self { format: FORMAT, version: VERSION, plan }
    }
}

/// The plan as a file's text. Equal plans give equal bytes.
pub fn write(plan: &Plan) -> String {
    let envelope = Envelope::of(plan);
    // A plan has only text keys and finite numbers, which always serialise.
    serde_json::to_string_pretty(&envelope).map(|text| text + "\n").unwrap_or_default()
}

/// Reads a plan file's text. Absent members take Entra's defaults. Unknown members are kept.
pub fn read(text: &str) -> Result<Plan, PlanFileError> {
    Ok(read_noting(text)?.0)
}

/// The same, with notes about what a file of an earlier version did not say.
pub fn read_noting(text: &str) -> Result<(Plan, Vec<String>), PlanFileError> {
    PLAN_BYTES.hold(text.len(), || "the file".to_owned())?;
    let (plan, notes) = read_any_size(text)?;
    within_limits(&plan)?;
    without_secrets(&plan)?;
    Ok((plan, notes))
}

/// A plan that was saved.
#[derive(Clone, Debug, PartialEq)]
pub struct Saved {
    /// The plan, cut to the limits if it exceeds one.
    pub plan: Plan,
    /// The limit that it exceeds.
    pub exceeded: Option<Exceeded>,
    /// What a file of an earlier version did not say.
    pub notes: Vec<String>,
}

/// Reads a plan that this browser or an earlier version saved. A plan beyond the limits comes cut to them, with the
/// limit that it exceeds: you can look at it and download its text, but you cannot change it.
pub fn read_saved(text: &str) -> Result<Saved, PlanFileError> {
    let (plan, mut notes) = read_any_size(text)?;
    // An earlier version saved it. The plan opens, so that you can remove the secret.
    notes.extend(without_secrets(&plan).err().map(|found| found.to_string()));
    let bytes = PLAN_BYTES.hold(text.len(), || "the plan's file".to_owned());
    match within_limits(&plan).and(bytes) {
        Ok(()) => Ok(Saved { plan, exceeded: None, notes }),
        Err(exceeded) => Ok(Saved { plan: cut_to_limits(plan), exceeded: Some(exceeded), notes }),
    }
}

fn read_any_size(text: &str) -> Result<(Plan, Vec<String>), PlanFileError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (mut plan, notes) = parse(text)?;
    match plan.unknown.remove("format") {
        Some(Value::String(format)) if format == FORMAT => {}
        other => return Err(PlanFileError::Format { found: other.map(|value| value.to_string()) }),
    }
    match plan.unknown.remove("version").as_ref().map(|version| (version.as_u64(), version)) {
        Some((Some(VERSION), _)) => {}
        Some((Some(newer), _)) if newer > VERSION => return Err(PlanFileError::Newer { version: newer }),
        Some((_, version)) => return Err(PlanFileError::Version { found: version.to_string() }),
        None => return Err(PlanFileError::Version { found: "nothing".to_owned() }),
    }
    if profile_signs().iter().all(|known| known.id != plan.target_profile.as_str()) {
        let known = profile_signs().iter().map(|known| known.id).collect::<Vec<_>>().join(", ");
        return Err(PlanFileError::TargetProfile {
            found: plan.target_profile.as_str().chars().take(60).collect(),
            known,
        });
    }
    match invariants(&plan).into_iter().next() {
        Some(broken) => Err(PlanFileError::Broken(broken)),
        None => Ok((plan, notes)),
    }
}

/// The members that say what a file is. All others are ignored.
#[derive(Deserialize)]
struct Head {
    format: Option<Value>,
    version: Option<Value>,
}

/// A plan with its head among the unknown members. Files of earlier versions are brought up to date first.
fn parse(text: &str) -> Result<(Plan, Vec<String>), PlanFileError> {
    let fault = |error: serde_json::Error| PlanFileError::from_json(&error);
    let head: Option<Head> = serde_json::from_str(text).ok();
    let head = head.filter(|head| head.format.as_ref().is_some_and(|format| format == FORMAT));
    match head.and_then(|head| head.version?.as_u64()) {
        Some(version) if version < VERSION => {
            let mut notes = Vec::new();
            let members: Map<String, Value> = serde_json::from_str(text).map_err(fault)?;
            let migrated = migration::migrate(members, version, &mut notes)?;
            let plan = serde_json::from_value(migrated.into()).map_err(|error| {
                // Only the text has places. Every version so far reads the members of those before.
                serde_json::from_str::<Plan>(text).err().map_or_else(|| fault(error), fault)
            })?;
            Ok((plan, notes))
        }
        _ => Ok((serde_json::from_str(text).map_err(fault)?, Vec::new())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Starter;

    #[test]
    fn every_starter_comes_back_as_it_went() {
        for starter in Starter::ALL {
            let plan = starter.plan();
            let text = write(&plan);
            assert_eq!(read(&text).unwrap(), plan, "{}", starter.name());
            assert_eq!(write(&read(&text).unwrap()), text);
        }
    }

    #[test]
    fn absent_members_take_defaults_and_unknown_ones_are_kept() {
        let plan =
            read(r#"{"format":"crosswalk-plan","version":1,"colour":"red","object_mappings":[{"kind":"user"}]}"#)
                .unwrap();
        assert!(plan.object_mappings[0].enabled);
        assert!(plan.object_mappings[0].actions.delete);
        assert!(write(&plan).contains("\"colour\": \"red\""));
    }

    #[test]
    fn a_plan_beyond_a_limit_is_refused_and_a_saved_one_comes_cut() {
        let mut plan = Starter::StaffbaseMinimum.plan();
        let row = plan.object_mappings[0].attribute_mappings[0].clone();
        plan.object_mappings[0].attribute_mappings = vec![row; 2_001];
        let text = write(&plan);
        let refused = read(&text).unwrap_err().to_string();
        assert!(refused.contains("attribute mappings; Crosswalk takes at most 2,000. Remove mappings"), "{refused}");
        let Saved { plan: cut, exceeded, .. } = read_saved(&text).unwrap();
        assert_eq!(exceeded.unwrap().to_string(), refused);
        assert!(read(&write(&cut)).is_ok());
        let Saved { plan: whole, exceeded, .. } = read_saved(&write(&Starter::StaffbaseMinimum.plan())).unwrap();
        assert_eq!((whole, exceeded), (Starter::StaffbaseMinimum.plan(), None));
        let blank = format!("{}{}", write(&Starter::StaffbaseMinimum.plan()), " ".repeat(8 << 20));
        assert!(read(&blank).unwrap_err().to_string().starts_with("the file is more than 8 MB;"));
        assert!(read_saved(&blank).unwrap().exceeded.is_some());
    }

    #[test]
    fn each_fault_has_a_place_and_a_remedy() {
        let message = |text: &str| read(text).unwrap_err().to_string();
        insta::assert_snapshot!([
            message("{"),
            message("[]"),
            message("{}"),
            message(r#"{"format":"other","version":1}"#),
            message(r#"{"format":"crosswalk-plan","version":3}"#),
            message(r#"{"format":"crosswalk-plan","version":2,"target_profile":"workday"}"#),
            message(r#"{"format":"crosswalk-plan","version":0}"#),
            message(r#"{"format":"crosswalk-plan","version":"1"}"#),
            message("{\"format\":\"crosswalk-plan\",\"version\":1,\n\"object_mappings\":[{\"kind\":\"device\"}]}"),
            message("{\"format\":\"crosswalk-plan\",\"version\":1,\n\"object_mappings\":[{\"kind\":\"user\"},{\"kind\":\"user\"}]}"),
            message("{\"format\":\"crosswalk-plan\",\"version\":1,\"object_mappings\":[{\"attribute_mappings\":[{\"matching_precedence\":0}]}]}"),
        ].join("\n"));
    }
}
