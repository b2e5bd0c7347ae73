//! The query that looks for an object at the target, one for each matching attribute.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value as Json;

use super::request::collection;
use super::{Certainty, Method, Request, Step};
use crate::plan::ObjectKind;

/// What a query value encodes, the blank included.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'*').remove(b'-').remove(b'.').remove(b'_');

/// The query for one matching attribute (entra-docs, use-scim-to-provision-users-and-groups, "Get User by query" and "Get
/// Group by displayName"). The query for a group excludes the members.
pub(super) fn match_request(kind: ObjectKind, target: &str, value: &str) -> Request {
    let filter = format!("{target} eq {}", filter_literal(value));
    let excluded = if kind == ObjectKind::Group { "excludedAttributes=members&" } else { "" };
    let collection = collection(kind);
    let path = format!("{collection}?{excluded}filter={}", encode_query_value(&filter));
    Request {
        readable_path: format!("{collection}?{excluded}filter={filter}"),
        ..Request::new(Step::Match, Method::Get, path, Certainty::Documented)
    }
}

/// A value inside a filter: a JSON string (whether Entra escapes a quote is not documented; assumed).
pub fn filter_literal(value: &str) -> String {
    Json::String(value.to_owned()).to_string()
}

/// A query value as application/x-www-form-urlencoded: a blank is `+`, everything but letters, digits and `*-._` is
/// percent-encoded in upper-case hex (URL Standard, section 5).
pub fn encode_query_value(value: &str) -> String {
    utf8_percent_encode(value, ENCODED).to_string().replace("%20", "+")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_is_encoded_as_on_the_wire() {
        let request = match_request(ObjectKind::User, "externalId", "anna@contoso.com");
        assert_eq!(request.path, "/Users?filter=externalId+eq+%22anna%40contoso.com%22");
        assert_eq!(request.readable_path, "/Users?filter=externalId eq \"anna@contoso.com\"");
        let request = match_request(ObjectKind::User, "emails[type eq \"work\"].value", "a\"ü");
        assert_eq!(request.path, "/Users?filter=emails%5Btype+eq+%22work%22%5D.value+eq+%22a%5C%22%C3%BC%22");
        let request = match_request(ObjectKind::Group, "displayName", "A & B");
        assert_eq!(request.path, "/Groups?excludedAttributes=members&filter=displayName+eq+%22A+%26+B%22");
    }
}
