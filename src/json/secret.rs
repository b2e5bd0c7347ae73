//! A secret in a document, with its place.

use super::{Document, Item, place_in_words};
use crate::text::secret::{Secret, find_secret_under};

/// A secret at a place of a document.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{} looks like {}. Crosswalk does not read a file with a secret, because it would keep it. Remove the value from \
     the file, and enter it only in the Entra admin center",
    place_in_words(.pointer),
    .secret.words()
)]
pub struct SecretInFile {
    /// A JSON pointer (RFC 6901).
    pub pointer: String,
    /// What it looks like.
    pub secret: Secret,
}

/// Refuses a document with a secret: the first one.
pub fn without_secrets(document: &Document) -> Result<(), SecretInFile> {
    look(&document.root(), "")
}

fn look(item: &Item<'_>, name: &str) -> Result<(), SecretInFile> {
    if let Some(text) = item.text() {
        let refuse = |secret| SecretInFile { pointer: item.pointer().to_owned(), secret };
        return find_secret_under(name, &text).map_or(Ok(()), |secret| Err(refuse(secret)));
    }
    item.items().iter().try_for_each(|one| look(one, name))?;
    // Graph writes a job's secrets as pairs: `{"key": "SecretToken", "value": "…"}`.
    let pair = item.member("key").and_then(|key| key.text());
    item.keys().iter().try_for_each(|key| match (item.member(key), &pair) {
        (Some(value), Some(named)) if key == "value" => look(&value, named),
        (Some(value), _) => look(&value, key),
        (None, _) => Ok(()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_has_its_place_and_what_it_looks_like() {
        let refused =
            |text: &str| without_secrets(&Document::parse(text.to_owned()).unwrap()).map_err(|found| found.pointer);
        assert_eq!(
            refused(r#"{"value":[{"key":"SecretToken","value":"Winter2026!"}]}"#),
            Err("/value/0/value".to_owned())
        );
        assert_eq!(refused(r#"{"a":{"b":["x","Bearer a1B2c3D4e5F6a7B8c9D0"]}}"#), Err("/a/b/1".to_owned()));
        assert_eq!(refused(r#"{"key":"BaseAddress","value":"https://contoso.com/scim?a=1"}"#), Ok(()));
        assert_eq!(refused(r#"{"clientSecret":{"is":null},"n":12345678}"#), Ok(()));
    }
}
