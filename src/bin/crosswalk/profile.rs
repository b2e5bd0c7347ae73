//! `--target-profile ID`: whose application a plan is for, wherever the command makes or reads one.

use clap::builder::{PossibleValue, PossibleValuesParser};
use crosswalk::catalog::PROFILES;
use crosswalk::plan::Plan;

#[derive(clap::Args)]
pub(super) struct ProfileOption {
    /// The application that the plan is for. Default: the plan's own, or the one that an import recognises.
    #[arg(long, value_name = "ID", value_parser = known_profile())]
    target_profile: Option<String>,
}

/// Reads the ID of a profile.
fn known_profile() -> PossibleValuesParser {
    let ids = PROFILES.iter().map(|profile| PossibleValue::new(profile.id()).help(profile.about));
    PossibleValuesParser::new(ids)
}

impl ProfileOption {
    /// The plan with the profile that was asked for.
    pub(super) fn on(&self, plan: Plan) -> Plan {
        match &self.target_profile {
            Some(id) => Plan { target_profile: id.as_str().into(), ..plan },
            None => plan,
        }
    }
}
