//! Secrets that have a known form.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::Secret;

/// Prefixes of keys: the service, the prefix, and how many characters follow at least. The services publish them so that
/// their keys can be found (GitHub docs, "Supported secret scanning patterns").
const SERVICES: &[(&str, &str, usize)] = &[
    ("GitHub", "ghp_", 30),
    ("GitHub", "gho_", 30),
    ("GitHub", "ghu_", 30),
    ("GitHub", "ghs_", 30),
    ("GitHub", "github_pat_", 30),
    ("GitLab", "glpat-", 18),
    ("Slack", "xoxb-", 20),
    ("Slack", "xoxp-", 20),
    ("Slack", "xapp-", 20),
    ("Amazon Web Services", "AKIA", 16),
    ("Amazon Web Services", "ASIA", 16),
    ("Google", "AIza", 35),
    ("Google", "GOCSPX-", 20),
    ("Google", "ya29.", 20),
    ("Stripe", "sk_live_", 16),
    ("Stripe", "rk_live_", 16),
    ("SendGrid", "SG.", 40),
    ("npm", "npm_", 36),
    ("PyPI", "pypi-", 40),
    ("Databricks", "dapi", 32),
];

/// A private key in PEM form. Blanks do not matter.
pub(super) fn private_key(text: &str) -> Option<Secret> {
    const BEGIN: &str = "-----BEGIN";
    let label = |from: usize| text.get(from..).unwrap_or_default().chars().filter(|one| !one.is_whitespace()).take(40);
    let is_private = |(at, _): (usize, &str)| label(at + BEGIN.len()).collect::<String>().contains("PRIVATEKEY");
    text.match_indices(BEGIN).any(is_private).then_some(Secret::PrivateKey)
}

/// Two parts or more with a dot between them, of which the first is a JOSE header (RFC 7515 section 4).
pub(super) fn json_web_token(text: &str) -> Option<Secret> {
    let is_token = |(at, _): (usize, &str)| {
        let run = run_of(text, at, |one| one.is_ascii_alphanumeric() || matches!(one, '_' | '-' | '.'));
        let Some((header, rest)) = run.split_once('.') else { return false };
        let header = URL_SAFE_NO_PAD.decode(header).unwrap_or_default();
        let header: Option<serde_json::Map<String, serde_json::Value>> = serde_json::from_slice(&header).ok();
        rest.len() >= 4 && header.is_some_and(|header| header.contains_key("alg"))
    };
    // Every JSON object that begins with a name begins so.
    text.match_indices("eyJ").any(is_token).then_some(Secret::JsonWebToken)
}

/// A client secret: three characters, a digit, `Q~`, and at least 31 characters (observed; the form that secret scanners
/// look for).
pub(super) fn client_secret(text: &str) -> Option<Secret> {
    let is_of_secret = |one: char| one.is_ascii_alphanumeric() || matches!(one, '_' | '-' | '.' | '~');
    let is_secret = |(at, _): (usize, &str)| {
        let mut before = text.get(..at).unwrap_or_default().chars().rev();
        before.next().is_some_and(|one| one.is_ascii_digit())
            && before.by_ref().take(3).filter(|one| is_of_secret(*one)).count() == 3
            && run_of(text, at + 2, is_of_secret).len() >= 31
    };
    text.match_indices("Q~").any(is_secret).then_some(Secret::ClientSecret)
}

/// A key with the prefix of a service.
pub(super) fn service_key(text: &str) -> Option<Secret> {
    let is_of_key = |one: char| one.is_ascii_alphanumeric() || matches!(one, '_' | '-' | '.');
    let found = |&(service, prefix, least): &(&'static str, &str, usize)| {
        let is_key = |(at, _): (usize, &str)| {
            let begins = !text.get(..at).unwrap_or_default().ends_with(is_of_key);
            let tail = run_of(text, at + prefix.len(), is_of_key);
            begins && tail.len() >= least
        };
        text.match_indices(prefix).any(is_key).then_some(Secret::ServiceKey(service))
    };
    SERVICES.iter().find_map(found)
}

/// An address with a password (`scheme://user:password@host`) or with a shared access signature (`sv=`, `sig=`).
pub(super) fn address(text: &str) -> Option<Secret> {
    let has_password = |(at, _): (usize, &str)| {
        let authority = run_of(text, at + 3, |one| !one.is_whitespace() && !matches!(one, '/' | '?' | '#' | '"' | '<'));
        let Some((user, _)) = authority.rsplit_once('@') else { return false };
        let is_placeholder = |part: &str| part.contains(['{', '[', '$', '*']);
        user.split_once(':').is_some_and(|(_, password)| password.len() >= 4 && !is_placeholder(password))
    };
    let has_signature = || {
        let signed = text.contains("?sv=") || text.contains("&sv=") || text.contains("&se=") || text.contains("?se=");
        signed && text.match_indices("sig=").any(|(at, _)| run_of(text, at + 4, is_of_signature).len() >= 20)
    };
    (text.match_indices("://").any(has_password) || has_signature()).then_some(Secret::Address)
}

fn is_of_signature(one: char) -> bool {
    one.is_ascii_alphanumeric() || matches!(one, '%' | '+' | '/' | '=' | '_' | '-')
}

/// The characters of a kind from a place on.
pub(super) fn run_of(text: &str, from: usize, is_of: impl Fn(char) -> bool) -> &str {
    let rest = text.get(from..).unwrap_or_default();
    let end = rest.find(|one| !is_of(one)).unwrap_or(rest.len());
    rest.get(..end).unwrap_or_default()
}

/// Whether a text looks generated: it has letters and digits, or capital and small letters alternate more than in words.
pub(super) fn is_generated(text: &str) -> bool {
    let has = |is_of: fn(&char) -> bool| text.chars().any(|one| is_of(&one));
    (has(char::is_ascii_digit) && has(char::is_ascii_alphabetic)) || changes_case(text)
}

/// Whether capital and small letters alternate more often than in words.
fn changes_case(value: &str) -> bool {
    let cases: Vec<bool> = value.chars().map(char::is_uppercase).collect();
    let changes = cases.windows(2).filter(|pair| pair[0] != pair[1]).count();
    changes * 4 >= cases.len() && changes > 3
}
