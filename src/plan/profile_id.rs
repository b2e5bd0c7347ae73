//! Whose application it is, by the id of its target profile. `catalog` has the profiles.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The id of a target profile, in kebab case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ProfileId(String);

impl ProfileId {
    /// The id of the profile of a plan that does not name one.
    pub const DEFAULT: &'static str = "staffbase";

    /// The id as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for ProfileId {
    fn default() -> Self {
        Self::from(Self::DEFAULT)
    }
}

impl From<&str> for ProfileId {
    fn from(id: &str) -> Self {
        Self(id.to_owned())
    }
}

impl fmt::Display for ProfileId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}
