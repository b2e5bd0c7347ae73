//! How sure we are of what Entra does.

use serde::Serialize;

/// Where a statement about Entra comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// Microsoft's documentation says so.
    Documented,
    /// Captured traffic or set-up guides show it; it may vary.
    Observed,
    /// No source says so. It is the most likely behaviour.
    Assumed,
}

impl Certainty {
    /// The word on the tag.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Documented => "documented",
            Self::Observed => "observed",
            Self::Assumed => "assumed",
        }
    }
}
