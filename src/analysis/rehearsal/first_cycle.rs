//! How long the first cycle takes, and whether the threshold for accidental deletions stops it.

use serde::{Deserialize, Serialize};

use super::result::Rehearsal;
use crate::plan::ProvisionScope;
use crate::text::{counted, grouped};

/// How long the first cycle takes by Microsoft's formula (entra-docs,
/// application-provisioning-when-will-provisioning-finish-specific-user: 0.01 to 0.08 minutes for each assigned user).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FirstCycleTime {
    /// Between so many and so many minutes, for so many assigned people. Groups and their members come on top.
    Minutes {
        /// The shortest time.
        least: usize,
        /// The longest time.
        most: usize,
        /// The people that are counted.
        people: usize,
    },
    /// Microsoft has no formula for "Sync all users and groups".
    NotDocumented,
}

/// Whether "Prevent accidental deletions" stops the first cycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Threshold {
    /// The setting is off, or the plan does not say it.
    NotSet,
    /// So many people lose access, at most the threshold.
    NotReached {
        /// The people who lose access.
        lose_access: usize,
        /// The threshold.
        threshold: usize,
    },
    /// More people lose access than the threshold allows. Entra puts the job into quarantine.
    Reached {
        /// The people who lose access.
        lose_access: usize,
        /// The threshold.
        threshold: usize,
    },
}

impl FirstCycleTime {
    /// The time in words.
    pub fn sentence(self) -> String {
        match self {
            Self::Minutes { least, most, people } => {
                let least = if least < most { format!("{} to ", grouped(least)) } else { String::new() };
                let (most, people) = (counted(most, "minute"), counted(people, "assigned person"));
                format!(
                    "{least}{most} for {people} by Microsoft's formula. Groups and their members take additional time."
                )
            }
            Self::NotDocumented => "Not documented for \"Sync all users and groups\".".to_owned(),
        }
    }
}

impl Threshold {
    /// Whether it is reached, in words.
    pub fn sentence(self) -> String {
        let lose = |people: usize| {
            let verb = if people == 1 { "loses" } else { "lose" };
            format!("{} {verb} access", counted(people, "person"))
        };
        match self {
            Self::NotSet => "Not set in the plan.".to_owned(),
            Self::NotReached { lose_access, threshold } => {
                format!("Not reached: {}. The threshold is {}.", lose(lose_access), grouped(threshold))
            }
            Self::Reached { lose_access, threshold } => format!(
                "Reached: {}. The threshold is {}. Entra puts the job into quarantine.",
                lose(lose_access),
                grouped(threshold)
            ),
        }
    }
}

impl Rehearsal {
    /// How long the first cycle takes.
    pub fn first_cycle(&self) -> FirstCycleTime {
        if self.plan().provision == ProvisionScope::All {
            return FirstCycleTime::NotDocumented;
        }
        let people = self.tally.assigned;
        FirstCycleTime::Minutes { least: people.div_ceil(100), most: (people * 8).div_ceil(100), people }
    }

    /// Whether the threshold for accidental deletions is reached.
    pub fn threshold(&self) -> Threshold {
        let lose_access = self.lose_access();
        match self.plan().accidental_deletions_threshold.map(|threshold| threshold as usize) {
            None => Threshold::NotSet,
            Some(threshold) if lose_access > threshold => Threshold::Reached { lose_access, threshold },
            Some(threshold) => Threshold::NotReached { lose_access, threshold },
        }
    }
}
