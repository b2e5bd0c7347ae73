//! Text to tokens. Never fails: a character without a meaning becomes a diagnostic, and reading continues after it.
//!
//! `foreign` reads the operators and attribute forms of other languages, so that the parser can name the Entra way.

mod delimited;
mod foreign;

use std::collections::BTreeMap;

use super::ast::Comparator;
use super::diagnostic::Diagnostic;
use crate::text::Span;
pub(super) use foreign::{attribute_of, comparing_word, testing_word};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum TokenValue {
    Name(String),
    Attribute(String),
    Text(String),
    Number(String),
    Hex(i64),
    Open,
    Close,
    Comma,
    Compare(Comparator),
    /// `&`, which joins texts in Cloud Sync.
    Ampersand,
    /// An operator of another language.
    Foreign(Foreign),
}

/// Operators that other languages have and Entra does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Foreign {
    /// `&&`, `-and`, `And`.
    And,
    /// `||`, `-or`, `Or`.
    Or,
    /// `!`, `-not`.
    Not,
    /// `+`, `-`, `*` or `/`.
    Arithmetic(char),
    /// `?`
    Question,
    /// `:`
    Colon,
    /// `??`
    Fallback,
    /// `.` before a method's name.
    Dot,
    /// `-contains`, `-like` and the other tests of PowerShell and dynamic groups.
    Test(&'static str),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) value: TokenValue,
    pub(super) span: Span,
}

pub(super) struct Lexed {
    pub(super) tokens: Vec<Token>,
    pub(super) errors: Vec<Diagnostic>,
}

pub(super) fn lex(text: &str) -> Lexed {
    let mut lexer = Lexer { text, at: 0, brackets: delimited::brackets(text), tokens: Vec::new(), errors: Vec::new() };
    while let Some(character) = lexer.peek() {
        lexer.token(character);
    }
    Lexed { tokens: lexer.tokens, errors: lexer.errors }
}

struct Lexer<'a> {
    text: &'a str,
    at: usize,
    /// The closing bracket of each opening bracket.
    brackets: BTreeMap<usize, usize>,
    tokens: Vec<Token>,
    errors: Vec<Diagnostic>,
}

impl Lexer<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn push(&mut self, value: TokenValue, start: usize) {
        self.tokens.push(Token { value, span: Span::new(start, self.at) });
    }

    fn token(&mut self, character: char) {
        let start = self.at;
        match character {
            ' ' | '\t' | '\r' | '\n' => self.at += 1,
            '/' | '-' if self.starts_comment() => self.comment(start),
            '(' => self.symbol(1, TokenValue::Open),
            ')' => self.symbol(1, TokenValue::Close),
            ',' => self.symbol(1, TokenValue::Comma),
            ';' => {
                self.symbol(1, TokenValue::Comma);
                let span = Span::new(start, self.at);
                self.errors.push(
                    Diagnostic::error("E006", span, "Separate arguments with a comma, not with a semicolon.").fixed_by(
                        "Use a comma",
                        span,
                        ",",
                    ),
                );
            }
            _ if self.foreign_operator(character) => {}
            '=' => self.symbol(1, TokenValue::Compare(Comparator::Equal)),
            '<' => {
                let (length, comparator) = match self.rest().as_bytes().get(1) {
                    Some(b'>') => (2, Comparator::NotEqual),
                    Some(b'=') => (2, Comparator::LessOrEqual),
                    _ => (1, Comparator::Less),
                };
                self.symbol(length, TokenValue::Compare(comparator));
            }
            '>' => {
                let (length, comparator) = match self.rest().as_bytes().get(1) {
                    Some(b'=') => (2, Comparator::GreaterOrEqual),
                    _ => (1, Comparator::Greater),
                };
                self.symbol(length, TokenValue::Compare(comparator));
            }
            '[' => self.attribute(start),
            '"' => self.quoted(start),
            '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{ab}' | '\u{bb}' | '\'' | '\u{2018}' | '\u{2019}' | '`' => {
                self.typographic(start, character);
            }
            '&' if self.starts_hex() => self.hex(start),
            '&' if !self.rest().starts_with("&&") => self.symbol(1, TokenValue::Ampersand),
            '-' | '0'..='9' | '.' => self.number(start),
            '+' if self.byte(1).is_some_and(|next| next.is_ascii_digit()) => {
                self.at += 1;
                self.error(start, "Write a number without a plus sign.", Some(("Remove the plus sign", "")));
            }
            _ if character.is_ascii_alphabetic() => {
                self.dotted_name();
                let name = Span::new(start, self.at).slice(self.text).to_owned();
                self.push(TokenValue::Name(name), start);
            }
            '\u{a0}' | '\u{202f}' | '\u{feff}' | '\u{200b}' | '\u{2007}' | '\u{3000}' => {
                self.at += character.len_utf8();
                let span = Span::new(start, self.at);
                let message = "Replace this invisible special space. It often comes from a copied page.";
                self.errors.push(Diagnostic::error("E018", span, message).fixed_by("Use an ordinary space", span, " "));
            }
            _ => self.foreign(start, character),
        }
    }

    /// A character without a meaning. A run of strange characters is one finding.
    fn foreign(&mut self, start: usize, character: char) {
        let (length, message) = match character {
            '{' | '}' | ']' | '$' => (1, "Put an attribute in square brackets, like [mail].".to_owned()),
            '%' => (1, "Only Cloud Sync reads a connector variable like %DomainFQDN%.".to_owned()),
            _ => {
                let strange = |next: char| next == character || !next.is_ascii();
                let length = self.rest().find(|next| !strange(next)).unwrap_or(self.rest().len());
                let what = self.rest().get(..length).unwrap_or_default();
                (length, format!("{} has no meaning outside quotation marks.", shortened(what)))
            }
        };
        self.at += length;
        self.errors.push(Diagnostic::error("E004", Span::new(start, self.at), message));
    }

    fn byte(&self, offset: usize) -> Option<u8> {
        self.text.as_bytes().get(self.at + offset).copied()
    }

    fn error(&mut self, start: usize, message: &str, fix: Option<(&str, &str)>) {
        let span = Span::new(start, self.at);
        let mut diagnostic = Diagnostic::error("E004", span, message);
        if let Some((label, replacement)) = fix {
            diagnostic = diagnostic.fixed_by(label, span, replacement);
        }
        self.errors.push(diagnostic);
    }

    fn starts_comment(&self) -> bool {
        ["//", "/*", "--"].iter().any(|start| self.rest().starts_with(start))
    }

    /// `&H` with a digit behind it. A pasted `[a]&Hello` joins.
    fn starts_hex(&self) -> bool {
        matches!(self.byte(1), Some(b'H' | b'h'))
            && self.byte(2).is_none_or(|next| !next.is_ascii_alphabetic() || next.is_ascii_hexdigit())
    }

    fn comment(&mut self, start: usize) {
        let rest = self.rest();
        let length = if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else {
            rest.find('\n').unwrap_or(rest.len())
        };
        self.at += length;
        let span = Span::new(start, self.at);
        let message = "Entra does not accept comments in an expression. Keep them in the plan's notes.";
        self.errors.push(Diagnostic::error("E024", span, message).fixed_by("Remove the comment", span, ""));
    }

    fn symbol(&mut self, length: usize, value: TokenValue) {
        let start = self.at;
        self.at += length;
        self.push(value, start);
    }

    fn skip_while(&mut self, keep: impl Fn(char) -> bool) {
        while let Some(next) = self.peek().filter(|next| keep(*next)) {
            self.at += next.len_utf8();
        }
    }

    fn hex(&mut self, start: usize) {
        self.at += 2;
        self.skip_while(|next| next.is_ascii_alphanumeric());
        let span = Span::new(start, self.at);
        let digits = span.slice(self.text).get(2..).unwrap_or_default();
        let value = i64::from_str_radix(digits, 16);
        if value.is_err() {
            let message = "Write hexadecimal digits after &H, like &H1F, up to &H7FFFFFFFFFFFFFFF.";
            self.errors.push(Diagnostic::error("E004", span, message));
        }
        self.push(TokenValue::Hex(value.unwrap_or_default()), start);
    }

    /// A malformed number still takes the place of an argument, so that one mistake stays one finding.
    fn number(&mut self, start: usize) {
        self.at += 1;
        self.skip_while(|next| next.is_ascii_alphanumeric() || next == '.');
        let span = Span::new(start, self.at);
        let text = span.slice(self.text).to_owned();
        let digits = text.strip_prefix('-').unwrap_or(&text);
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
        let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !(all_digits(whole) && all_digits(decimals)) {
            let message = format!("{} is not a number. Write it like 12 or -3.5.", shortened(&text));
            let mut diagnostic = Diagnostic::error("E004", span, message);
            if whole.is_empty() && all_digits(decimals) {
                let sign = if text.starts_with('-') { "-" } else { "" };
                diagnostic = diagnostic.fixed_by("Write the zero", span, format!("{sign}0.{decimals}"));
            }
            self.errors.push(diagnostic);
        }
        self.push(TokenValue::Number(text), start);
    }
}

/// A piece of the text for a message.
fn shortened(text: &str) -> String {
    let mut short: String = text.chars().take(24).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
