//! The text of a request with places for its values: people who get the same request but for their values share it.
//!
//! The request of one person is marked, and written as any other request. Its text is cut at the marks.

use super::match_request::{encode_query_value, filter_literal};
use super::reference::reference_to;
use super::{Body, Method, Node, Request, Step};

/// Encloses the number of a mapping. No character of a text that is written has this code point (private use).
const MARK: char = '\u{F8D5}';
/// The name in a mark instead of a number.
const MANAGER: &str = "manager";

/// The values of one person.
pub trait RequestValues {
    /// What the mapping at a place sends; nothing if it is not known.
    fn value(&self, mapping: usize) -> Option<RequestValue<'_>>;

    /// The key of the manager; nothing without a manager, or if it is not known.
    fn manager(&self) -> Option<&str>;
}

/// A value of a mapping.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestValue<'a> {
    /// A text.
    Text(&'a str),
    /// JSON: a Boolean, a number or a list.
    Json(&'a str),
}

/// A text with places for values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestText {
    parts: Vec<(String, Place)>,
    end: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// The value of a mapping, as JSON.
    Value(usize),
    /// The value of a mapping, as the query of a match has it.
    Asked(usize),
    /// The reference to the manager.
    Manager,
}

impl RequestText {
    /// The text of a request of a person with these values. `write` is how a request is written. Nothing if a part of the
    /// request cannot be told from the values.
    pub fn of(request: &Request, values: &impl RequestValues, write: impl Fn(&Request) -> String) -> Option<Self> {
        let mut marked = request.clone();
        if let Some(mapping) = request.asks {
            let encoded = asked(values.value(mapping)?.as_text());
            let before = request.path.strip_suffix(encoded.as_str())?;
            marked.path = format!("{before}{MARK}{mapping}{MARK}");
        }
        if let Some(Body { node }) = &mut marked.body {
            mark_body(node, request, values)?;
        }
        // A value that has the mark itself would be cut.
        if write(request).contains(MARK) {
            return None;
        }
        cut(&write(&marked), request.asks.is_some())
    }

    /// Writes the request of a person. If it says `false`, the person's request can have another form, and what is written
    /// is not complete.
    pub fn write(&self, values: &impl RequestValues, text: &mut String) -> bool {
        for (before, place) in &self.parts {
            text.push_str(before);
            let is_written = match place {
                Place::Value(mapping) => values.value(*mapping).is_some_and(|value| push_value(text, value)),
                Place::Asked(mapping) => {
                    values.value(*mapping).map(|value| push_asked(text, value.as_text())).is_some()
                }
                Place::Manager => {
                    values.manager().map(|key| push_value(text, RequestValue::Text(&reference_to(key)))).is_some()
                }
            };
            if !is_written {
                return false;
            }
        }
        text.push_str(&self.end);
        true
    }
}

impl<'a> RequestValue<'a> {
    const fn as_text(self) -> &'a str {
        match self {
            Self::Text(text) | Self::Json(text) => text,
        }
    }
}

/// Marks every value of a mapping.
fn mark_body(node: &mut Node, request: &Request, values: &impl RequestValues) -> Option<()> {
    let Node::Object(members) = node else { return None };
    for (name, member) in members {
        match member {
            // The path of an operation belongs to its mapping and is not its value.
            Node::Array(operations) if request.method == Method::Patch && name == "Operations" => {
                for operation in operations {
                    let Node::Object(members) = operation else { return None };
                    let parts = members.iter_mut().filter(|(name, _)| name != "path");
                    parts.map(|(_, part)| mark(part, request, values)).collect::<Option<()>>()?;
                }
            }
            member => mark(member, request, values)?,
        }
    }
    Some(())
}

fn mark(node: &mut Node, request: &Request, values: &impl RequestValues) -> Option<()> {
    match node {
        Node::Object(members) => members.iter_mut().map(|(_, member)| mark(member, request, values)).collect(),
        Node::Array(items) => items.iter_mut().map(|item| mark(item, request, values)).collect(),
        Node::Leaf { mapping: None, .. } => Some(()),
        Node::Leaf { mapping: Some(mapping), value } => {
            let is_value = values.value(*mapping).is_some_and(|known| match known {
                RequestValue::Text(text) => value.as_str() == Some(text),
                RequestValue::Json(json) => {
                    serde_json::from_str(json).is_ok_and(|known: serde_json::Value| known == *value)
                }
            });
            let is_manager = || {
                request.step == Step::Manager
                    && values.manager().is_some_and(|key| value.as_str() == Some(reference_to(key).as_str()))
            };
            *value = if is_value {
                format!("{MARK}{mapping}{MARK}").into()
            } else if is_manager() {
                format!("{MARK}{MANAGER}{MARK}").into()
            } else {
                return None;
            };
            Some(())
        }
    }
}

/// Cuts a text at its marks. In JSON, a whole text is a mark. In an address, a mark is a part.
fn cut(text: &str, is_query: bool) -> Option<RequestText> {
    let mut pieces = text.split(MARK);
    let mut before = pieces.next()?;
    let mut parts = Vec::new();
    loop {
        let Some(name) = pieces.next() else {
            return Some(RequestText { parts, end: before.to_owned() });
        };
        let after = pieces.next()?;
        if is_query {
            parts.push((before.to_owned(), Place::Asked(name.parse().ok()?)));
            before = after;
            continue;
        }
        let place = if name == MANAGER { Place::Manager } else { Place::Value(name.parse().ok()?) };
        parts.push((before.strip_suffix('"')?.to_owned(), place));
        before = after.strip_prefix('"')?;
    }
}

/// A value as JSON. A list or an object could change the form of the request, so that it is not written.
fn push_value(text: &mut String, value: RequestValue<'_>) -> bool {
    match value {
        RequestValue::Json(json) if json.starts_with(['[', '{']) => return false,
        RequestValue::Json(json) => text.push_str(json),
        RequestValue::Text(plain) => push_json_text(text, plain),
    }
    true
}

/// A text in quotation marks. Few texts have a character that JSON escapes.
pub fn push_json_text(text: &mut String, plain: &str) {
    if is_escaped(plain.as_bytes()) {
        text.push_str(&filter_literal(plain));
        return;
    }
    text.reserve(plain.len() + 2);
    text.push('"');
    text.push_str(plain);
    text.push('"');
}

/// Whether JSON escapes one of these bytes: a control character, a quotation mark or a backslash. Eight bytes are tested as
/// one number, because every text of every request comes by.
fn is_escaped(bytes: &[u8]) -> bool {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    const HIGH: u64 = ONES << 7;
    let below = |word: u64, byte: u8| word.wrapping_sub(ONES * u64::from(byte)) & !word & HIGH;
    let is_byte = |word: u64, byte: u8| below(word ^ (ONES * u64::from(byte)), 1);
    let (words, rest) = bytes.as_chunks::<8>();
    let found = words.iter().fold(0, |found, word| {
        let word = u64::from_le_bytes(*word);
        found | below(word, b' ') | is_byte(word, b'"') | is_byte(word, b'\\')
    });
    found != 0 || rest.iter().any(|byte| *byte < b' ' || matches!(byte, b'"' | b'\\'))
}

fn asked(value: &str) -> String {
    encode_query_value(&filter_literal(value))
}

/// The value of a match query. Most values are letters, digits and signs that need no encoding but `@`.
fn push_asked(text: &mut String, value: &str) {
    let is_usual = |byte: u8| byte.is_ascii_alphanumeric() || b"*-._@".contains(&byte);
    if !value.bytes().all(is_usual) {
        text.push_str(&asked(value));
        return;
    }
    text.push_str("%22");
    for (at, part) in value.split('@').enumerate() {
        if at > 0 {
            text.push_str("%40");
        }
        text.push_str(part);
    }
    text.push_str("%22");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_and_queries_are_those_of_the_simulation() {
        for value in ["anna@contoso.com", "a b", "\"\\\u{1}\t", "ü@*-._~", "", "%20+&", "\u{7f}\u{2028}"] {
            let (mut json, mut query) = (String::new(), String::new());
            push_json_text(&mut json, value);
            push_asked(&mut query, value);
            assert_eq!(json, serde_json::to_string(value).unwrap());
            assert_eq!(query, encode_query_value(&filter_literal(value)));
        }
    }

    #[test]
    fn what_json_escapes_is_found_at_every_place() {
        for code in 0..=255_u8 {
            for place in 0..20 {
                let mut bytes = *b"a\xFF ~\x7Fz!#][{0123456789";
                bytes[place] = code;
                assert_eq!(is_escaped(&bytes), code < b' ' || code == b'"' || code == b'\\', "{code} at {place}");
            }
        }
        assert!(!is_escaped(b"a\xFF ~\x7Fz!#]["));
    }
}
