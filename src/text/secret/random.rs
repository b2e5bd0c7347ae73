//! Long random text, as tokens and keys are.

use base64::Engine as _;
use base64::alphabet::{STANDARD, URL_SAFE};
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

use super::{Secret, is_of_token};

/// Random text is at least so long. A GUID has 36 characters, but only of two kinds.
const SHORTEST: usize = 32;

const FORGIVING: GeneralPurposeConfig = GeneralPurposeConfig::new()
    .with_decode_padding_mode(DecodePaddingMode::Indifferent)
    .with_decode_allow_trailing_bits(true);

/// The first long random text.
pub(super) fn random(text: &str) -> Option<Secret> {
    text.split(|one| !is_of_token(one) && one != '=')
        .map(|run| run.trim_matches('='))
        .any(is_random)
        .then_some(Secret::Random)
}

fn is_random(run: &str) -> bool {
    if run.len() < SHORTEST || is_picture(run) {
        return false;
    }
    if let Some(text) = decoded_text(run) {
        return has_key(&text);
    }
    // The parts of a path are looked at one by one. An attribute such as extension_…_costCenter has an id in it.
    !run.split('_').any(is_id) && (is_unpredictable(run) || run.split('/').any(is_unpredictable))
}

/// A GUID without its hyphens.
fn is_id(part: &str) -> bool {
    part.len() == 32 && part.chars().all(|one| one.is_ascii_digit() || matches!(one, 'a'..='f'))
}

/// Whether there are enough characters of each kind, and they change their kind as often as in random text. In 64 random
/// characters of Base64, 65 of 100 neighbours are of different kinds; in a name that is put together from words, about 25.
/// A GUID with something behind it has letters of one case and few of the other.
fn is_unpredictable(run: &str) -> bool {
    let kind = |one: u8| match one {
        b'a'..=b'z' => 0,
        b'A'..=b'Z' => 1,
        b'0'..=b'9' => 2,
        _ => 3,
    };
    let bytes = run.as_bytes();
    let has = |wanted: u8, least: usize| bytes.iter().filter(|one| kind(**one) == wanted).count() >= least;
    let changes = bytes.windows(2).filter(|pair| kind(pair[0]) != kind(pair[1])).count();
    let least = run.len() / 8;
    run.len() >= SHORTEST && has(0, least) && has(1, least) && has(2, 1) && changes * 5 >= run.len() * 2
}

/// Pictures of people are long and random, and not secret (JPEG and PNG).
fn is_picture(run: &str) -> bool {
    run.starts_with("/9j/") || run.starts_with("iVBORw0KGgo")
}

/// The readable text in Base64.
pub(super) fn decoded_text(run: &str) -> Option<String> {
    let bytes =
        [STANDARD, URL_SAFE].iter().find_map(|alphabet| GeneralPurpose::new(alphabet, FORGIVING).decode(run).ok());
    let text = String::from_utf8(bytes?).ok()?;
    text.chars().all(|one| !one.is_control() || matches!(one, '\n' | '\r' | '\t')).then_some(text)
}

/// Whether readable text in Base64 is an id with its key, as API tokens are.
fn has_key(text: &str) -> bool {
    let is_key =
        |part: &str| part.len() >= 16 && !part.contains(char::is_whitespace) && super::known::is_generated(part);
    let is_id = |part: &str| part.len() >= 6 && part.chars().all(|one| one.is_ascii_alphanumeric() || one == '-');
    text.split_once(':').is_some_and(|(id, key)| is_id(id) && is_key(key)) || super::find_secret(text).is_some()
}
