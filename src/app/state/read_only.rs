//! Why the open plan cannot be changed.

use std::sync::Arc;

/// Why the open plan cannot be changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadOnly {
    /// It is too large to work on. This is its whole text.
    TooLarge(Arc<str>),
    /// Another tab writes to it.
    OtherTab,
    /// A newer version of Crosswalk has changed the form of the data.
    NewerVersion,
}

impl ReadOnly {
    /// What to say to somebody who tries.
    pub const fn reason(&self) -> &'static str {
        match self {
            Self::TooLarge(_) => {
                "This plan is read-only, because it is too large to work on. Download it, split it in an editor, and open the parts."
            }
            Self::OtherTab => {
                "This plan is read-only, because it is open in another tab. Press Take over to work on it here."
            }
            Self::NewerVersion => {
                "This plan is read-only, because a newer version of Crosswalk has saved plans here. Load the page again to get that version."
            }
        }
    }

    /// The whole text of a plan of which the screen shows a part.
    pub fn whole_text(&self) -> Option<&str> {
        match self {
            Self::TooLarge(text) => Some(text),
            Self::OtherTab | Self::NewerVersion => None,
        }
    }
}
