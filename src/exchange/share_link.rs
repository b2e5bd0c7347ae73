//! A plan inside a link: deflated, in Base64 for addresses, behind the `#`, which no browser sends anywhere.
//!
//! A link can come from anybody, so its size has limits, packed and unpacked. Mail and chat programs change links on
//! the way. Crosswalk undoes a change if it is certain of it, and otherwise reports a damaged link.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

use super::plan_file::{self, PlanFileError};
use crate::limits::{Exceeded, LINK};
use crate::plan::Plan;

/// What a fragment with a plan begins with. The number says how the plan is packed.
pub const PREFIX: &str = "plan=1.";
/// Above this, mail and chat programs are known to cut links.
pub const ADVISED: usize = 8 * 1024;
/// Bytes a link may unpack to.
const LARGEST: usize = 1 << 20;
/// From here on, a link must not unpack to more than [`RATIO`] times its size.
const SUSPECT: usize = 100 * 1024;
const RATIO: usize = 100;
/// From 0 (no compression) to 10 (best).
const LEVEL: u8 = 9;

/// Why a link gives no plan.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ShareLinkError {
    /// It exceeds the limit, or would.
    #[error(transparent)]
    TooLong(#[from] Exceeded),
    /// It was cut or changed on the way.
    #[error("the link is damaged, perhaps cut by a mail or chat program. Ask for it again, or for the plan as a file")]
    Damaged,
    /// It was packed by another version of this program.
    #[error("another version of Crosswalk made the link. Ask for the plan as a file")]
    OtherVersion,
    /// It would unpack to more than a plan can be.
    #[error("the link contains more data than a plan can have. Ask for the plan as a file")]
    TooLarge,
    /// What is in it is not a plan.
    #[error("the link does not contain a plan that Crosswalk can read: {0}")]
    Plan(#[from] PlanFileError),
}

/// The fragment for a plan, without the `#`. People are left out unless you ask for them.
pub fn fragment(plan: &Plan, with_people: bool) -> Result<String, ShareLinkError> {
    let mut shared = plan.clone();
    if !with_people {
        shared.people.clear();
    }
    let packed = compress_to_vec(plan_file::write(&shared).as_bytes(), LEVEL);
    let fragment = format!("{PREFIX}{}", URL_SAFE_NO_PAD.encode(packed));
    LINK.hold(fragment.len(), || "the link".to_owned())?;
    Ok(fragment)
}

/// Whether a fragment is meant to be a link with a plan, even if programs changed it on the way.
pub fn is_link(fragment: &str) -> bool {
    let restored = restored(fragment.get(..fragment.len().min(64)).unwrap_or(fragment));
    let rest = restored.get(..4).filter(|word| word.eq_ignore_ascii_case("plan")).and_then(|_| restored.get(4..));
    rest.is_some_and(|rest| rest.starts_with(['=', ':', '.', '1']))
}

/// The plan in a fragment, with or without the `#`; nothing if the fragment is not such a link.
pub fn read_fragment(fragment: &str) -> Option<Result<Plan, ShareLinkError>> {
    Some(read_fragment_noting(fragment)?.map(|(plan, _)| plan))
}

/// The same, with notes about what a plan of an earlier version did not say.
pub fn read_fragment_noting(fragment: &str) -> Option<Result<(Plan, Vec<String>), ShareLinkError>> {
    if !is_link(fragment) {
        return None;
    }
    // A percent sign takes three characters where there was one.
    if fragment.len() > 3 * LINK.most {
        let refused = LINK.hold(fragment.len(), || "the link".to_owned());
        return Some(Err(refused.err().map_or(ShareLinkError::Damaged, Into::into)));
    }
    let restored = restored(fragment);
    let packed = restored.get(4..).unwrap_or_default().trim_start_matches(['=', ':']);
    Some(match packed.split_once('.') {
        Some(("1", packed)) => unpack(packed),
        Some((version, _)) if !version.is_empty() && version.bytes().all(|byte| byte.is_ascii_digit()) => {
            Err(ShareLinkError::OtherVersion)
        }
        _ => Err(ShareLinkError::Damaged),
    })
}

/// The original fragment, before programs on the way encoded, wrapped or decorated it.
fn restored(fragment: &str) -> String {
    let mut text = fragment.to_owned();
    // Each program on the way may encode once more.
    for _ in 0..3 {
        if !text.contains('%') {
            break;
        }
        text = percent_decoded(&text);
    }
    text = text.replace("&#61;", "=").replace("&amp;", "&");
    text.retain(|character| {
        !character.is_whitespace()
            && !character.is_control()
            && !matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
    });
    let text = text.trim_start_matches('#');
    // Quoted-printable, in which mail is sent, writes = as =3D.
    match text.get(..7) {
        Some(start) if start.eq_ignore_ascii_case("plan=3D") => format!("plan={}", text.get(7..).unwrap_or_default()),
        _ => text.to_owned(),
    }
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let digit = |at: usize| after.get(at).and_then(|byte| char::from(*byte).to_digit(16));
        if let (b'%', Some(high), Some(low)) = (first, digit(0), digit(1)) {
            bytes.push(u8::try_from(high * 16 + low).unwrap_or_default());
            rest = after.get(2..).unwrap_or_default();
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn unpack(packed: &str) -> Result<(Plan, Vec<String>), ShareLinkError> {
    LINK.hold(PREFIX.len() + packed.len(), || "the link".to_owned())?;
    // Other characters belong to the sentence around the link, or a program added them to count visits.
    let end =
        packed.find(|one: char| !(one.is_ascii_alphanumeric() || one == '-' || one == '_')).unwrap_or(packed.len());
    let (packed, behind) = packed.split_at(end);
    if behind.starts_with(|one: char| one.is_alphanumeric() || matches!(one, '+' | '/' | '%')) {
        return Err(ShareLinkError::Damaged);
    }
    let bytes = URL_SAFE_NO_PAD.decode(packed).map_err(|_| ShareLinkError::Damaged)?;
    let most = LARGEST.min(SUSPECT.max(bytes.len().saturating_mul(RATIO)));
    let text = decompress_to_vec_with_limit(&bytes, most).map_err(|error| match error.status {
        miniz_oxide::inflate::TINFLStatus::HasMoreOutput => ShareLinkError::TooLarge,
        _ => ShareLinkError::Damaged,
    })?;
    let text = String::from_utf8(text).map_err(|_| ShareLinkError::Damaged)?;
    Ok(plan_file::read_noting(&text)?)
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
        assert_eq!((read_fragment("#planning"), read_fragment("#/plan")), (None, None));
    }

    #[test]
    fn a_link_changed_on_the_way_is_read_or_refused_with_words() {
        let plan = Starter::StaffbaseMinimum.plan();
        let link = fragment(&plan, false).unwrap();
        let half = link.len() / 2;
        for changed in [
            link.replace('=', "%3D"),
            link.replace('=', "%3d").replace('.', "%2E"),
            link.replace('=', "%253D"),
            link.replace('=', "=3D"),
            link.replace('=', "&#61;"),
            format!("%23{link}"),
            format!("##{link}"),
            format!("{link}."),
            format!("{link})."),
            format!("{link}&utm_source=mail"),
            format!("{link}?x=1"),
            format!("{link}%3E"),
            format!("{link}%20"),
            format!("{}\r\n {}", &link[..half], &link[half..]),
            format!("{}%0A{}", &link[..half], &link[half..]),
            format!("{}\u{200b}{}\u{ad}", &link[..half], &link[half..]),
            link.replace("plan", "Plan"),
        ] {
            assert_eq!(read_fragment(&format!("#{changed}")), Some(Ok(plan.clone())), "{changed:.60}");
        }
        for (changed, error) in [
            (link.replace("plan=1.", "plan=2."), ShareLinkError::OtherVersion),
            (link.replace("plan=1.", "plan="), ShareLinkError::Damaged),
            (link[..half].to_owned(), ShareLinkError::Damaged),
            (format!("{}…", &link[..half]), ShareLinkError::Damaged),
            ("plan=".to_owned(), ShareLinkError::Damaged),
            ("plan%3D".to_owned(), ShareLinkError::Damaged),
        ] {
            assert_eq!(read_fragment(&changed), Some(Err(error)), "{changed:.60}");
        }
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
        assert!(matches!(refused(&format!("{PREFIX}{}", "A".repeat(LINK.most))), ShareLinkError::TooLong(_)));
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
