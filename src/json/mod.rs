//! JSON that can be changed in place: every value knows its place in the text, so that what is not
//! touched stays byte for byte, whatever its key order, number spelling and unknown members.
//!
//! Limits follow OWASP ASVS 5.1.1: [`crate::limits`] states them, and each has its own error.

mod decoder;
mod encoding;
mod error;
mod item;
#[cfg(test)]
mod properties;
mod reader;
mod rewrite;
mod secret;

pub use decoder::{Decoder, Encoding};
pub use encoding::{decode, decode_table};
pub use error::JsonError;
pub use item::Item;
pub use rewrite::{Element, Rewrite, render};
pub use secret::{SecretInFile, without_secrets};

use std::ops::ControlFlow;

use crate::limits;

/// Objects and lists within each other.
pub const MAXIMUM_DEPTH: usize = limits::JSON_DEPTH;
/// Values in all.
pub const MAXIMUM_NODES: usize = limits::JSON_VALUES;
/// Bytes of one text.
pub const MAXIMUM_TEXT: usize = limits::JSON_TEXT;

/// A text with its tree.
#[derive(Clone, Debug)]
pub struct Document {
    text: String,
    root: Node,
    repeated: Vec<String>,
}

/// One value: its place in the text, and its content.
#[derive(Clone, Debug)]
struct Node {
    start: u32,
    end: u32,
    kind: Kind,
}

#[derive(Clone, Debug)]
enum Kind {
    Null,
    Boolean(bool),
    Number,
    Text,
    List(Vec<Node>),
    Object(Vec<Member>),
}

#[derive(Clone, Debug)]
struct Member {
    /// The key's place, with its quotes.
    key_start: u32,
    key_end: u32,
    value: Node,
}

impl Document {
    /// Reads a text.
    pub fn parse(text: String) -> Result<Self, JsonError> {
        Self::parse_watched(text, &mut |_| ControlFlow::Continue(()))
    }

    /// Reads a text and tells now and then how many bytes are read; the watcher may end it.
    pub fn parse_watched(text: String, watch: &mut dyn FnMut(usize) -> ControlFlow<()>) -> Result<Self, JsonError> {
        let (root, repeated) = reader::read(&text, watch)?;
        Ok(Self { text, root, repeated })
    }

    /// The whole value.
    pub fn root(&self) -> Item<'_> {
        Item::root(&self.text, &self.root)
    }

    /// The original text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// JSON Pointers of members whose key is repeated in its object. The last one counts.
    pub fn repeated(&self) -> &[String] {
        &self.repeated
    }
}

/// A JSON Pointer as people count: `/1/mail` is “item 2 > mail”, and `/value/1` is “value 2”.
pub fn place_in_words(pointer: &str) -> String {
    let mut words = String::new();
    let mut follows_name = false;
    for step in pointer.split('/').skip(1) {
        let number = step.parse::<usize>().ok().map(|index| index.saturating_add(1));
        words.push_str(match (number, follows_name) {
            (Some(_), true) => " ",
            _ if words.is_empty() => "",
            _ => " > ",
        });
        match number {
            Some(number) if follows_name => words.push_str(&number.to_string()),
            Some(number) => words.push_str(&format!("item {number}")),
            None => words.push_str(&step.replace("~1", "/").replace("~0", "~")),
        }
        follows_name = number.is_none();
    }
    if words.is_empty() { "the file".to_owned() } else { words }
}

/// A step of a JSON Pointer (RFC 6901 section 3).
fn pointer_step(pointer: &str, step: &str) -> String {
    format!("{pointer}/{}", step.replace('~', "~0").replace('/', "~1"))
}

/// The characters of a JSON text's body, its escapes resolved. A lone half of a surrogate pair becomes U+FFFD.
fn unescaped(body: &str) -> String {
    let mut units: Vec<u16> = Vec::new();
    let mut text = String::with_capacity(body.len());
    let mut characters = body.chars();
    let flush = |units: &mut Vec<u16>, text: &mut String| {
        if !units.is_empty() {
            text.push_str(&String::from_utf16_lossy(units));
            units.clear();
        }
    };
    while let Some(character) = characters.next() {
        if character != '\\' {
            flush(&mut units, &mut text);
            text.push(character);
            continue;
        }
        let escape = characters.next().unwrap_or('\\');
        if escape == 'u' {
            let unit = (0..4).filter_map(|_| characters.next()?.to_digit(16)).fold(0, |unit, digit| unit * 16 + digit);
            units.push(u16::try_from(unit).unwrap_or_default());
            continue;
        }
        flush(&mut units, &mut text);
        text.push(match escape {
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            'b' => '\u{8}',
            'f' => '\u{c}',
            other => other,
        });
    }
    flush(&mut units, &mut text);
    text
}

#[cfg(test)]
mod tests {
    use super::place_in_words;

    #[test]
    fn a_pointer_is_read_as_people_count() {
        for (pointer, words) in [
            ("", "the file"),
            ("/0", "item 1"),
            ("/1/mail", "item 2 > mail"),
            ("/value/1", "value 2"),
            ("/synchronizationRules/0/metadata/2/value", "synchronizationRules 1 > metadata 3 > value"),
            ("/a~1b/0/0/~0c", "a/b 1 > item 1 > ~c"),
        ] {
            assert_eq!(place_in_words(pointer), words, "{pointer}");
        }
    }
}
