//! What is known about a person whose file does not say everything.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// The attributes that a file says about a person. Every other one is unknown, and not empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Knowledge {
    given: Arc<BTreeSet<String>>,
    lost: BTreeSet<String>,
}

impl Knowledge {
    /// What a file says: `given` holds for all its people, and `lost` for this one is lost.
    pub fn of(given: Arc<BTreeSet<String>>, lost: BTreeSet<String>) -> Self {
        Self { given, lost }
    }

    /// Whether the file says an attribute of the person.
    pub fn has(&self, attribute: &str) -> bool {
        self.given.contains(attribute) && !self.lost.contains(attribute)
    }
}
