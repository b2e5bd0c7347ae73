//! The title block of a document that is handed to a customer.

use serde::{Deserialize, Serialize};

use super::UnknownMembers;

/// Who the documents are for and from. The date is not part of a plan: whoever makes a document gives it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TitleBlock {
    /// The customer. Empty while unset.
    pub customer: String,
    /// Who made the plan. Empty while unset.
    pub author: String,
    /// The version of the document, in the author's own counting. Empty while unset.
    pub version: String,
    /// Members this version does not know.
    #[serde(flatten)]
    pub unknown: UnknownMembers,
}

/// A part of the title block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TitlePart {
    /// The customer.
    Customer,
    /// Who made the plan.
    Author,
    /// The version of the document.
    Version,
}

impl TitlePart {
    all_variants! {
        /// The order in a document.
        pub Customer, Author, Version
    }

    /// The label on screen and in documents.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Customer => "Customer",
            Self::Author => "Author",
            Self::Version => "Version",
        }
    }
}

impl TitleBlock {
    /// Whether nothing is in it, so that the file need not have it.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The text of a part.
    pub fn part(&self, part: TitlePart) -> &str {
        match part {
            TitlePart::Customer => &self.customer,
            TitlePart::Author => &self.author,
            TitlePart::Version => &self.version,
        }
    }

    pub(super) fn part_mut(&mut self, part: TitlePart) -> &mut String {
        match part {
            TitlePart::Customer => &mut self.customer,
            TitlePart::Author => &mut self.author,
            TitlePart::Version => &mut self.version,
        }
    }
}
