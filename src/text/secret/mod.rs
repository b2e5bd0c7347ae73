//! Texts that look like a token, a password or a key. A plan never holds one: whoever finds one refuses it.
//!
//! Nothing is masked: a masked text would be written into a tenant. GUIDs, hashes, expressions, URNs and Base64 of readable
//! text are harmless.

mod joined;
mod known;
mod named;
mod random;

use joined::Joined;

/// What a text looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Secret {
    /// A JSON Web Token (RFC 7519), signed or encrypted.
    JsonWebToken,
    /// The value of an Authorization header.
    Authorization,
    /// A private key in PEM form (RFC 7468).
    PrivateKey,
    /// A client secret of Microsoft Entra.
    ClientSecret,
    /// An address with a password, or the key of a shared access signature.
    Address,
    /// A key with the prefix of a known service.
    ServiceKey(&'static str),
    /// A value that is called a password, a secret, a token or a key.
    Named,
    /// Long random text.
    Random,
}

impl Secret {
    /// What it looks like, with an article.
    pub fn words(self) -> String {
        match self {
            Self::JsonWebToken => "an access token (JSON Web Token)".to_owned(),
            Self::Authorization => "the value of an Authorization header".to_owned(),
            Self::PrivateKey => "a private key".to_owned(),
            Self::ClientSecret => "a client secret of Microsoft Entra".to_owned(),
            Self::Address => "an address that contains a password or a key".to_owned(),
            Self::ServiceKey(service) => format!("a key of {service}"),
            Self::Named => "a password, a secret or a key with its name".to_owned(),
            Self::Random => "a token or a key (long random text)".to_owned(),
        }
    }
}

/// The first secret in a text. A secret that is split over lines is found too.
pub fn find_secret(text: &str) -> Option<Secret> {
    // The shortest secret of all has its name beside it.
    if text.len() < SHORTEST {
        return None;
    }
    let joined = Joined::new(text);
    let whole = joined.text();
    known::private_key(whole)
        .or_else(|| known::json_web_token(whole))
        .or_else(|| known::client_secret(whole))
        .or_else(|| known::service_key(whole))
        .or_else(|| known::address(whole))
        .or_else(|| named::authorization(text))
        .or_else(|| named::authorization(whole))
        .or_else(|| named::named(text))
        .or_else(|| random::random(text))
        .or_else(|| joined.is_one_token().then(|| random::random(whole)).flatten())
}

/// The secret in the value of a member such as `clientSecret`, where the name says what the value is.
pub fn find_secret_under(name: &str, value: &str) -> Option<Secret> {
    named::under(name, value).or_else(|| find_secret(value))
}

const SHORTEST: usize = 12;

/// Whether a character can be part of a token in Base64 or Base64url.
fn is_of_token(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '+' | '/' | '_' | '-')
}

#[cfg(test)]
mod tests;
