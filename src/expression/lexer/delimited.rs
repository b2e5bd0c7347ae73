//! Attributes in brackets, texts in quotation marks, and quotation marks that Entra does not accept.

use std::collections::BTreeMap;

use super::super::print::quote;
use super::{Diagnostic, Lexer, Span, TokenValue};

const CURLY: [char; 5] = ['\u{201d}', '\u{201c}', '\u{201e}', '\u{bb}', '\u{ab}'];
const SINGLE_CURLY: [char; 2] = ['\u{2019}', '\u{2018}'];

/// Every opening bracket that has a closing one, in one pass: a text of opening brackets alone is not read anew from each.
pub(super) fn brackets(text: &str) -> BTreeMap<usize, usize> {
    let mut open = Vec::new();
    let mut pairs = BTreeMap::new();
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'[' => open.push(at),
            b']' => {
                if let Some(start) = open.pop() {
                    pairs.insert(start, at);
                }
            }
            _ => {}
        }
    }
    pairs
}

impl Lexer<'_> {
    /// Up to the balanced bracket: names like `emails[type eq "work"].value` hold brackets.
    pub(super) fn attribute(&mut self, start: usize) {
        if let Some(close) = self.brackets.get(&start).copied() {
            self.at = close + 1;
            let name = Span::new(start + 1, close).slice(self.text).to_owned();
            if name.trim().is_empty() {
                let span = Span::new(start, self.at);
                self.errors.push(Diagnostic::error(
                    "E003",
                    span,
                    "Write an attribute name between the brackets, like [mail].",
                ));
            }
            self.push(TokenValue::Attribute(name), start);
            return;
        }
        let rest = self.rest();
        let length = rest.find([',', ')', '\n', ';']).unwrap_or(rest.len());
        let name = rest.get(1..length).unwrap_or_default().trim_end().to_owned();
        self.at = start + 1 + name.len();
        let message = "Close the attribute with a bracket ].";
        let mut diagnostic = Diagnostic::error("E003", Span::new(start, self.at), message);
        // `[[mail` would still lack one.
        if !name.is_empty() && !name.contains('[') {
            diagnostic = diagnostic.fixed_by("Close the bracket", Span::at(self.at), "]");
        }
        self.errors.push(diagnostic);
        self.push(TokenValue::Attribute(name), start);
    }

    /// A text in straight quotes. A backslash escapes itself and the quote; before anything else it stays.
    pub(super) fn quoted(&mut self, start: usize) {
        let body = start + 1;
        let mut value = String::new();
        let mut characters = self.text.get(body..).unwrap_or_default().char_indices().peekable();
        let mut line_break = None;
        let mut doubled = Vec::new();
        let mut closed = None;
        while let Some((offset, character)) = characters.next() {
            let at = body + offset;
            match character {
                '"' if matches!(characters.peek(), Some((_, '"'))) => {
                    characters.next();
                    doubled.push(Span::new(at, at + 2));
                    value.push('"');
                }
                '"' => {
                    closed = Some(at + 1);
                    break;
                }
                '\\' => match characters.peek() {
                    Some((_, next @ ('"' | '\\'))) => {
                        value.push(*next);
                        characters.next();
                    }
                    _ => value.push('\\'),
                },
                '\n' => {
                    line_break.get_or_insert(Span::new(at, at + 1));
                    value.push('\n');
                }
                other => value.push(other),
            }
        }
        let Some(end) = closed else { return self.unclosed(start) };
        self.at = end;
        if let Some(span) = line_break {
            self.errors.push(Diagnostic::warning(
                "E017",
                span,
                "The text contains a line break. Entra keeps it in the value (not documented; assumed).",
            ));
        }
        for span in doubled {
            let message = "Write a quotation mark within a text as \\\". Do not double it.";
            self.errors.push(Diagnostic::error("E015", span, message).fixed_by("Escape it", span, "\\\""));
        }
        self.push(TokenValue::Text(value), start);
    }

    /// A text without a closing quotation mark ends at a typographic one, or before the parentheses at the end.
    fn unclosed(&mut self, start: usize) {
        let body = start + 1;
        let inside = self.text.get(body..).unwrap_or_default();
        if let Some(length) = inside.find(CURLY) {
            let mark = inside.get(length..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
            return self.misquoted(start, Span::new(body, body + length), body + length + mark);
        }
        let length = inside.trim_end_matches(|last: char| last == ')' || last.is_ascii_whitespace()).len();
        self.at = body + length;
        let value = inside.get(..length).unwrap_or_default().to_owned();
        let span = Span::new(start, self.at);
        let mut diagnostic = Diagnostic::error("E002", span, "Close the text with a quotation mark (\").");
        if !value.ends_with('\\') {
            diagnostic = diagnostic.fixed_by("Close the text", Span::at(self.at), "\"");
        }
        self.errors.push(diagnostic);
        self.push(TokenValue::Text(value), start);
    }

    /// A text in quotation marks that Entra does not accept: read it as meant, and offer the right ones.
    pub(super) fn typographic(&mut self, start: usize, open: char) {
        let body = start + open.len_utf8();
        let inside = self.text.get(body..).unwrap_or_default();
        let end = match open {
            '\'' | '`' => inside.find(open),
            '\u{2018}' | '\u{2019}' => inside.find(SINGLE_CURLY),
            _ => inside.find(CURLY).or_else(|| inside.find('"')),
        };
        let (length, mark) = match end {
            Some(at) => (at, inside.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8)),
            None => (inside.find([',', ')', '\n']).unwrap_or(inside.len()), 0),
        };
        self.misquoted(start, Span::new(body, body + length), body + length + mark);
    }

    fn misquoted(&mut self, start: usize, body: Span, end: usize) {
        let value = body.slice(self.text).replace("\\\"", "\"").replace("\\\\", "\\");
        self.at = end;
        let span = Span::new(start, end);
        let message = "Put text in straight double quotes (\").";
        self.errors.push(Diagnostic::error("E005", span, message).fixed_by("Use straight quotes", span, quote(&value)));
        self.push(TokenValue::Text(value), start);
    }
}
