//! What the first cycle does with a person.

use serde::{Deserialize, Serialize};

use crate::simulate::{FirstCycle, Flow, Match, Simulation, Step};

/// What the first cycle does with a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Action {
    /// The person is new to the target.
    Create,
    /// An existing user changes.
    Update,
    /// An existing user loses access.
    Disable,
    /// An existing user is deleted.
    Delete,
    /// Nothing is sent.
    Skip,
    /// Entra reports an error: no matching value, several matches, or a mapping that fails.
    Error,
}

impl Action {
    all_variants! {
        /// All of them, in the order of the report.
        pub Create, Update, Disable, Delete, Skip, Error
    }

    /// The word in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Update => "update",
            Self::Disable => "disable",
            Self::Delete => "delete",
            Self::Skip => "skip",
            Self::Error => "error",
        }
    }

    /// The action of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.name() == name)
    }

    /// The word on screen.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Create => "Create",
            Self::Update => "Update",
            Self::Disable => "Disable",
            Self::Delete => "Delete",
            Self::Skip => "Skip",
            Self::Error => "Error",
        }
    }

    /// The action that the simulation of a person shows.
    pub(super) fn of(first: &FirstCycle, simulation: &Simulation) -> Self {
        let has_user = matches!(first.matched, Match::One { .. } | Match::Several { .. });
        if first.inactive && !has_user {
            return Self::Skip;
        }
        if simulation.failed || fails(first, simulation) {
            return Self::Error;
        }
        let steps = || simulation.requests.iter().map(|request| request.step);
        let action = steps().find_map(|step| match step {
            Step::Create => Some(Self::Create),
            Step::Disable => Some(Self::Disable),
            Step::Delete => Some(Self::Delete),
            Step::Update | Step::Restore | Step::Manager => Some(Self::Update),
            Step::Match | Step::Read | Step::Skip => None,
        });
        action.unwrap_or(Self::Skip)
    }
}

/// Whether a mapping fails that a create or an update needs.
pub(super) fn fails(first: &FirstCycle, simulation: &Simulation) -> bool {
    let creates = simulation.requests.iter().any(|request| request.step == Step::Create);
    let needs_values = first.event.is_none() && (creates || matches!(first.matched, Match::One { .. }));
    needs_values
        && simulation.resolved.iter().any(|one| matches!(&one.flow, Flow::DidNotFlow(reason) if reason.is_an_error()))
}
