//! A plan inside a link: deflated, Base64 in the alphabet for addresses, behind the `#`, which no browser sends anywhere.
//!
//! Links come from anybody: what a link may hold and become is bounded.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

use super::plan_file::{self, PlanFileError};
use crate::plan::Plan;

/// What a fragment with a plan begins with; the number is the way it is packed.
pub const PREFIX: &str = "plan=1.";
/// Characters a link's fragment may have.
pub const LONGEST: usize = 32 * 1024;
/// Above this, mail and chat are known to cut links.
pub const ADVISED: usize = 8 * 1024;
/// Bytes a link may unpack to.
const LARGEST: usize = 1 << 20;
/// From here on, a link must not unpack to more than [`RATIO`] times its size.
const SUSPECT: usize = 100 * 1024;
const RATIO: usize = 100;
/// 0 is none, 10 the most.
const LEVEL: u8 = 9;

/// Why a link gives no plan.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ShareLinkError {
    /// It is beyond [`LONGEST`], or would be.
    #[error("the link has {0} characters; at most {LONGEST} are taken. Send the plan as a file instead")]
    TooLong(usize),
    /// It was cut or changed on the way.
    #[error("the link is damaged, perhaps cut by a mail or chat program. Ask for it again, or for the plan as a file")]
    Damaged,
    /// It would unpack to more than a plan can be.
    #[error("the link unpacks to more than a plan can be and is refused. Ask for the plan as a file")]
    TooLarge,
    /// What is in it is no plan.
    #[error("what the link holds is no plan: {0}")]
    Plan(#[from] PlanFileError),
}

/// The fragment for a plan, without the `#`. People stay out unless they are asked for.
pub fn fragment(plan: &Plan, with_people: bool) -> Result<String, ShareLinkError> {
    let mut shared = plan.clone();
    if !with_people {
        shared.people.clear();
    }
    let packed = compress_to_vec(plan_file::write(&shared).as_bytes(), LEVEL);
    let fragment = format!("{PREFIX}{}", URL_SAFE_NO_PAD.encode(packed));
    if fragment.len() > LONGEST { Err(ShareLinkError::TooLong(fragment.len())) } else { Ok(fragment) }
}

/// The plan in a fragment, with or without the `#`; nothing where the fragment is no such link.
pub fn read_fragment(fragment: &str) -> Option<Result<Plan, ShareLinkError>> {
    let packed = fragment.strip_prefix('#').unwrap_or(fragment).strip_prefix(PREFIX)?;
    Some(unpack(packed))
}

fn unpack(packed: &str) -> Result<Plan, ShareLinkError> {
    let length = PREFIX.len() + packed.len();
    if length > LONGEST {
        return Err(ShareLinkError::TooLong(length));
    }
    let bytes = URL_SAFE_NO_PAD.decode(packed).map_err(|_| ShareLinkError::Damaged)?;
    let most = LARGEST.min(SUSPECT.max(bytes.len().saturating_mul(RATIO)));
    let text = decompress_to_vec_with_limit(&bytes, most).map_err(|error| match error.status {
        miniz_oxide::inflate::TINFLStatus::HasMoreOutput => ShareLinkError::TooLarge,
        _ => ShareLinkError::Damaged,
    })?;
    let text = String::from_utf8(text).map_err(|_| ShareLinkError::Damaged)?;
    Ok(plan_file::read(&text)?)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::catalog::{Starter, sample_people};

    #[test]
    fn a_plan_comes_back_and_people_only_when_asked_for() {
        let mut plan = Starter::EntraDefault.plan();
        plan.people = sample_people();
        let link = fragment(&plan, true).unwrap();
        assert_eq!(read_fragment(&format!("#{link}")).unwrap().unwrap(), plan);
        let without = fragment(&plan, false).unwrap();
        assert!(without.len() < link.len() && without.len() < ADVISED);
        assert_eq!(read_fragment(&without).unwrap().unwrap().people, []);
        assert_eq!(read_fragment("#/map"), None);
    }

    #[test]
    fn hostile_and_broken_links_are_refused_with_a_reason() {
        let packed = |text: &[u8]| format!("{PREFIX}{}", URL_SAFE_NO_PAD.encode(compress_to_vec(text, 9)));
        let refused = |link: &str| read_fragment(link).unwrap().unwrap_err();
        assert_eq!(refused(&packed(&vec![b' '; 10 << 20])), ShareLinkError::TooLarge);
        assert_eq!(refused(&packed(&vec![b' '; 900 << 10])), ShareLinkError::TooLarge);
        assert!(matches!(refused(&packed(b"{}")), ShareLinkError::Plan(_)));
        assert_eq!(refused(&packed(&[0xff, 0xfe])), ShareLinkError::Damaged);
        assert_eq!(refused(&format!("{PREFIX}ä")), ShareLinkError::Damaged);
        assert!(matches!(refused(&format!("{PREFIX}{}", "A".repeat(LONGEST))), ShareLinkError::TooLong(_)));
        let link = fragment(&Starter::StaffbaseMinimum.plan(), false).unwrap();
        assert_eq!(refused(&link[..link.len() / 2]), ShareLinkError::Damaged);
    }

    proptest! {
        #[test]
        fn any_fragment_has_an_answer(text in "[A-Za-z0-9_-]{0,200}") {
            let read = read_fragment(&format!("{PREFIX}{text}"));
            prop_assert!(read.is_some_and(|read| read.is_err()));
        }
    }
}
