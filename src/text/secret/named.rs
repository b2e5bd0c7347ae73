//! Secrets that have their name beside them: `client_secret=…`, `"password": "…"`, `Authorization: Bearer …`.

use super::Secret;
use super::known::{is_generated, run_of};
use super::random::decoded_text;

/// What people call a secret, in lower-case letters without signs. The longest come first.
const NAMES: &[&str] = &[
    "sharedaccesskey",
    "sharedsecret",
    "clientsecret",
    "secrettoken",
    "secrettext",
    "secretkey",
    "secretvalue",
    "accesstoken",
    "refreshtoken",
    "bearertoken",
    "apitoken",
    "authtoken",
    "scimtoken",
    "idtoken",
    "accountkey",
    "accesskey",
    "privatekey",
    "apikey",
    "appsecret",
    "passphrase",
    "password",
    "passwort",
    "passwd",
    "kennwort",
    "motdepasse",
    "secret",
    "token",
    "pwd",
];

/// `Bearer TOKEN` or `Basic BASE64`.
pub(super) fn authorization(text: &str) -> Option<Secret> {
    let is_of_token = |one: char| one.is_ascii_alphanumeric() || "._~+/=-".contains(one);
    let token_after = |at: usize, word: &str| {
        let rest = text.get(at + word.len()..).unwrap_or_default();
        let token = rest.trim_start();
        let start = text.len() - token.len();
        // Where line breaks were taken out, nothing may be between them.
        run_of(text, start, is_of_token)
    };
    let is_bearer = |at: usize| {
        let token = token_after(at, "bearer");
        token.len() >= 16 && is_generated(token)
    };
    let is_basic = |at: usize| {
        let token = token_after(at, "basic");
        token.len() >= 12 && decoded_text(token).is_some_and(|text| text.contains(':'))
    };
    let lower = text.to_ascii_lowercase();
    let found = lower.match_indices("bearer").any(|(at, _)| is_bearer(at))
        || lower.match_indices("basic").any(|(at, _)| is_basic(at));
    found.then_some(Secret::Authorization)
}

/// A name, `=` or `:`, and a value.
pub(super) fn named(text: &str) -> Option<Secret> {
    let is_sign = |(at, sign): (usize, &str)| {
        let name = text.get(..at).unwrap_or_default().trim_end_matches(is_around);
        let value =
            text.get(at + sign.len()..).unwrap_or_default().trim_start_matches(|one| is_around(one) || one == '>');
        is_called_secret(name) && is_value(run_of(value, 0, |one| !one.is_whitespace() && !"\"';,&<>|".contains(one)))
    };
    text.match_indices(['=', ':']).any(is_sign).then_some(Secret::Named)
}

/// A value under a name.
pub(super) fn under(name: &str, value: &str) -> Option<Secret> {
    (is_called_secret(name) && is_value(value.trim())).then_some(Secret::Named)
}

fn is_around(one: char) -> bool {
    one.is_whitespace() || matches!(one, '"' | '\'' | '*' | '`')
}

/// Whether a text ends with the name of a secret.
fn is_called_secret(text: &str) -> bool {
    let word = |one: &char| one.is_alphanumeric() || matches!(one, '_' | '-' | ' ' | '.');
    let last: Vec<char> = text.chars().rev().take(40).take_while(word).collect();
    let letters: String = last.iter().rev().filter(|one| one.is_alphanumeric()).collect();
    let letters = letters.to_ascii_lowercase();
    NAMES.iter().any(|name| letters.ends_with(name))
}

/// Whether a value is a secret, and not a word, an attribute, a placeholder or a note.
fn is_value(value: &str) -> bool {
    let is_placeholder = value.contains(['{', '[', '(', '$', '…']) || value.contains("**") || value.contains("...");
    let is_unusual =
        |one: char| !one.is_alphanumeric() && !matches!(one, '.' | ',' | '-' | '_' | '/' | ':' | '@' | '?');
    let is_strong = is_generated(value) || value.contains(is_unusual);
    value.chars().count() >= 8 && is_strong && !is_placeholder && !value.starts_with("http")
}
