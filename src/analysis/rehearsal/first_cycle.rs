//! How long the first cycle takes, and whether the threshold for accidental deletions stops it.

use super::result::Rehearsal;
use crate::plan::ProvisionScope;

/// How long the first cycle takes by Microsoft's formula (entra-docs,
/// application-provisioning-when-will-provisioning-finish-specific-user: 0.01 to 0.08 minutes for each assigned user).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

impl Rehearsal {
    /// How long the first cycle takes.
    pub fn first_cycle(&self) -> FirstCycleTime {
        if self.plan().provision == ProvisionScope::All {
            return FirstCycleTime::NotDocumented;
        }
        let people = self.assigned_count();
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
