//! The reader: RFC 8259, with limits.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use super::{JsonError, Kind, MAXIMUM_DEPTH, MAXIMUM_NODES, MAXIMUM_TEXT, Member, Node, pointer_step, unescaped};
use crate::limits::FILE_BYTES;
use crate::text::{Position, position};

/// How many values are read between two reports to the watcher.
const WATCH_EVERY: usize = 8192;
/// At most this many repeated keys are listed.
const MOST_REPEATED: usize = 100;

pub(super) fn read(
    text: &str,
    watch: &mut dyn FnMut(usize) -> ControlFlow<()>,
) -> Result<(Node, Vec<String>), JsonError> {
    FILE_BYTES.hold(text.len(), || "the file".to_owned())?;
    let mut reader = Reader { text, bytes: text.as_bytes(), at: 0, nodes: 0, watch };
    reader.white_space();
    let root = reader.value(0)?;
    reader.white_space();
    if reader.at < text.len() {
        return Err(reader.fault("more text follows the end of the document"));
    }
    let mut repeated = Vec::new();
    collect_repeated(text, &root, "", &mut repeated);
    Ok((root, repeated))
}

struct Reader<'a, 'w> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    nodes: usize,
    watch: &'w mut dyn FnMut(usize) -> ControlFlow<()>,
}

/// Offsets fit: a text is at most 64 MB.
fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

impl Reader<'_, '_> {
    fn fault(&self, reason: impl Into<String>) -> JsonError {
        JsonError::syntax(self.text, self.at, reason)
    }

    /// What is here, for a message.
    fn found(&self) -> String {
        match self.text.get(self.at..).and_then(|rest| rest.chars().next()) {
            Some(character) => format!("`{}`", character.escape_debug()),
            None => "the end of the file".to_owned(),
        }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn white_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\r' | b'\n')) {
            self.at += 1;
        }
    }

    fn value(&mut self, depth: usize) -> Result<Node, JsonError> {
        self.nodes += 1;
        if self.nodes.is_multiple_of(WATCH_EVERY) && (self.watch)(self.at).is_break() {
            return Err(JsonError::Cancelled);
        }
        if self.nodes > MAXIMUM_NODES {
            let Position { line, column } = position(self.text, self.at);
            return Err(JsonError::TooMany { line, column });
        }
        let start = self.at;
        let kind = match self.peek() {
            Some(b'{' | b'[') if depth >= MAXIMUM_DEPTH => {
                let Position { line, column } = position(self.text, self.at);
                return Err(JsonError::TooDeep { line, column });
            }
            Some(b'{') => self.object(depth)?,
            Some(b'[') => self.list(depth)?,
            Some(b'"') => {
                self.string()?;
                Kind::Text
            }
            Some(b'-' | b'0'..=b'9') => self.number()?,
            Some(b't') => self.word("true", Kind::Boolean(true))?,
            Some(b'f') => self.word("false", Kind::Boolean(false))?,
            Some(b'n') => self.word("null", Kind::Null)?,
            _ => return Err(self.fault(format!("a value is expected here, and {} was found", self.found()))),
        };
        Ok(Node { start: offset(start), end: offset(self.at), kind })
    }

    fn word(&mut self, word: &str, kind: Kind) -> Result<Kind, JsonError> {
        if self.text.get(self.at..).is_some_and(|rest| rest.starts_with(word)) {
            self.at += word.len();
            return Ok(kind);
        }
        Err(self.fault("a value is expected here: a text needs quotation marks, words are true, false and null"))
    }

    fn object(&mut self, depth: usize) -> Result<Kind, JsonError> {
        self.at += 1;
        let mut members = Vec::new();
        self.white_space();
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(Kind::Object(members));
        }
        loop {
            if self.peek() != Some(b'"') {
                let reason =
                    format!("a member's name in quotation marks is expected here, and {} was found", self.found());
                return Err(self.fault(reason));
            }
            let key_start = offset(self.at);
            self.string()?;
            let key_end = offset(self.at);
            self.white_space();
            if self.peek() != Some(b':') {
                return Err(self.fault(format!("a colon is expected here, and {} was found", self.found())));
            }
            self.at += 1;
            self.white_space();
            let value = self.value(depth + 1)?;
            members.push(Member { key_start, key_end, value });
            if self.ends(b'}')? {
                return Ok(Kind::Object(members));
            }
        }
    }

    fn list(&mut self, depth: usize) -> Result<Kind, JsonError> {
        self.at += 1;
        let mut items = Vec::new();
        self.white_space();
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(Kind::List(items));
        }
        loop {
            items.push(self.value(depth + 1)?);
            if self.ends(b']')? {
                return Ok(Kind::List(items));
            }
        }
    }

    /// A comma and the blanks behind it, or the end.
    fn ends(&mut self, close: u8) -> Result<bool, JsonError> {
        self.white_space();
        match self.peek() {
            Some(b',') => {
                self.at += 1;
                self.white_space();
                Ok(false)
            }
            Some(byte) if byte == close => {
                self.at += 1;
                Ok(true)
            }
            _ => {
                let close = char::from(close);
                Err(self.fault(format!("a comma or `{close}` is expected here, and {} was found", self.found())))
            }
        }
    }

    fn string(&mut self) -> Result<(), JsonError> {
        let start = self.at;
        self.at += 1;
        loop {
            match self.peek() {
                None => return Err(JsonError::syntax(self.text, start, "this text has no closing quotation mark")),
                Some(b'"') => {
                    self.at += 1;
                    break;
                }
                Some(b'\\') => self.escape()?,
                Some(0..=0x1F) => {
                    let reason = "a text contains a line break, tab or other control character";
                    return Err(self.fault(reason));
                }
                Some(_) => self.at += 1,
            }
        }
        if self.at - start > MAXIMUM_TEXT {
            let Position { line, column } = position(self.text, start);
            return Err(JsonError::LongText { line, column });
        }
        Ok(())
    }

    fn escape(&mut self) -> Result<(), JsonError> {
        let is_hex = |byte: &u8| byte.is_ascii_hexdigit();
        match self.bytes.get(self.at + 1) {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => self.at += 2,
            Some(b'u') if self.bytes.get(self.at + 2..self.at + 6).is_some_and(|hex| hex.iter().all(is_hex)) => {
                self.at += 6;
            }
            _ => {
                return Err(
                    self.fault("a backslash must be followed by one of \" \\ / b f n r t, or u and four hex digits")
                );
            }
        }
        Ok(())
    }

    fn number(&mut self) -> Result<Kind, JsonError> {
        let start = self.at;
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        let leading_zero = self.peek() == Some(b'0');
        let whole = self.digits();
        let mut sound = whole > 0 && !(leading_zero && whole > 1);
        if self.peek() == Some(b'.') {
            self.at += 1;
            sound &= self.digits() > 0;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.at += 1;
            }
            sound &= self.digits() > 0;
        }
        if sound { Ok(Kind::Number) } else { Err(JsonError::syntax(self.text, start, "this is not a number")) }
    }

    fn digits(&mut self) -> usize {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        self.at - start
    }
}

/// The key of a member.
pub(super) fn key<'a>(text: &'a str, member: &Member) -> std::borrow::Cow<'a, str> {
    let body = text.get(member.key_start as usize + 1..member.key_end as usize - 1).unwrap_or_default();
    if body.contains('\\') { unescaped(body).into() } else { body.into() }
}

fn collect_repeated(text: &str, node: &Node, pointer: &str, repeated: &mut Vec<String>) {
    match &node.kind {
        Kind::Object(members) => {
            if has_repeated(text, members) {
                let mut seen = BTreeSet::new();
                let twice = members.iter().map(|member| key(text, member)).filter(|key| !seen.insert(key.clone()));
                let room = MOST_REPEATED.saturating_sub(repeated.len());
                repeated.extend(twice.take(room).map(|key| pointer_step(pointer, &key)));
            }
            for member in members.iter().filter(|member| matches!(member.value.kind, Kind::Object(_) | Kind::List(_))) {
                collect_repeated(text, &member.value, &pointer_step(pointer, &key(text, member)), repeated);
            }
        }
        Kind::List(items) => {
            for (index, item) in items.iter().enumerate() {
                if matches!(item.kind, Kind::Object(_) | Kind::List(_)) {
                    collect_repeated(text, item, &pointer_step(pointer, &index.to_string()), repeated);
                }
            }
        }
        _ => {}
    }
}

fn has_repeated(text: &str, members: &[Member]) -> bool {
    if members.len() < 16 {
        let same = |a: &Member, b: &Member| key(text, a) == key(text, b);
        return members.iter().enumerate().any(|(at, one)| members.iter().take(at).any(|earlier| same(earlier, one)));
    }
    let keys: BTreeSet<_> = members.iter().map(|member| key(text, member)).collect();
    keys.len() < members.len()
}
