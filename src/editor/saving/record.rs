//! What the storage keeps of a plan: its head, and revisions that never change.

use std::{fmt, sync::Arc};

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::editor::Past;

/// The name of a plan in the storage. It is random: after the browser's data was deleted, a page that is still open cannot
/// meet another plan under the same name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PlanId(Arc<str>);

impl PlanId {
    /// The longest name that an address may have.
    const LONGEST: usize = 40;

    /// A name from random bytes.
    pub fn from_random(bytes: [u8; 12]) -> Self {
        Self(bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>().into())
    }

    /// The name in an address; nothing where it cannot be one.
    pub fn parse(text: &str) -> Option<Self> {
        let is_name = !text.is_empty()
            && text.len() <= Self::LONGEST
            && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
        is_name.then(|| Self(text.into()))
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PlanId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Where a plan was saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// The plan's name in the storage.
    pub id: PlanId,
    /// The latest revision that this page knows; 0 for a plan that was never saved.
    pub revision: u32,
}

impl Receipt {
    /// For a plan that was never saved.
    pub const fn unsaved(id: PlanId) -> Self {
        Self { id, revision: 0 }
    }
}

/// The SHA-256 of a text, in hexadecimal digits.
pub fn digest(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Points to the latest revision of a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Head {
    /// The latest revision. A save counts it up, if nobody else has.
    pub revision: u32,
    /// The plan's name then.
    pub name: String,
    /// When it was saved, in milliseconds since 1970; 0 where that is not known.
    pub saved: u64,
    /// The page that saved it.
    pub writer: String,
    /// Counts the saves of that page.
    pub order: u64,
    /// The digest of its text.
    pub digest: String,
    /// The bytes of all revisions that are kept.
    pub bytes: u64,
    /// It separated from another plan, because two tabs had changed the same one.
    pub is_conflicted: bool,
    /// When somebody deleted the plan. It can be brought back for a while.
    pub deleted: Option<u64>,
    /// The steps that can be undone and redone after a reload.
    pub past: Past,
}

/// One saved state of a plan, without its text. It never changes, except for its title.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Revision {
    /// Counts the saves of the plan, from 1.
    pub number: u32,
    /// The revision that it was made from; 0 for the first one.
    pub parent: u32,
    /// When it was saved, in milliseconds since 1970.
    pub saved: u64,
    /// The bytes of its text.
    pub bytes: u64,
    /// The digest of its text.
    pub digest: String,
    /// What you called it. A revision with a title is kept for ever.
    pub title: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_random_and_an_address_cannot_bring_in_anything_else() {
        let id = PlanId::from_random([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 255]);
        assert_eq!(id.as_str(), "000102030405060708090aff");
        assert_eq!(PlanId::parse(id.as_str()), Some(id));
        for text in ["", "A", "a b", "ä", "a/b", &"a".repeat(41)] {
            assert_eq!(PlanId::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_digest_is_a_sha_256() {
        assert_eq!(digest("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
