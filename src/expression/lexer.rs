//! Text to tokens. Never fails: what is no token becomes a diagnostic, and reading goes on behind it.

use super::ast::Comparator;
use super::diagnostic::Diagnostic;
use crate::text::Span;

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
    let mut lexer = Lexer { text, at: 0, tokens: Vec::new(), errors: Vec::new() };
    while let Some(character) = lexer.peek() {
        lexer.token(character);
    }
    Lexed { tokens: lexer.tokens, errors: lexer.errors }
}

struct Lexer<'a> {
    text: &'a str,
    at: usize,
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
            '(' => self.symbol(1, TokenValue::Open),
            ')' => self.symbol(1, TokenValue::Close),
            ',' => self.symbol(1, TokenValue::Comma),
            ';' => {
                self.symbol(1, TokenValue::Comma);
                let span = Span::new(start, self.at);
                self.errors.push(
                    Diagnostic::error("E006", span, "Arguments are divided by a comma, not by a semicolon.").fixed_by(
                        "Use a comma",
                        span,
                        ",",
                    ),
                );
            }
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
            '"' => self.quoted(start, '"', '"'),
            '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{ab}' | '\u{bb}' | '\'' | '\u{2018}' | '\u{2019}' => {
                self.typographic(start, character);
            }
            '&' if self.rest().get(..2).is_some_and(|two| two.eq_ignore_ascii_case("&h")) => self.hex(start),
            '-' | '0'..='9' => self.number(start),
            _ if character.is_ascii_alphabetic() => {
                self.skip_while(|next| next.is_ascii_alphanumeric() || next == '_');
                let name = Span::new(start, self.at).slice(self.text).to_owned();
                self.push(TokenValue::Name(name), start);
            }
            '\u{a0}' | '\u{202f}' | '\u{feff}' | '\u{200b}' => {
                self.at += character.len_utf8();
                let span = Span::new(start, self.at);
                self.errors.push(
                    Diagnostic::error(
                        "E018",
                        span,
                        "An invisible special blank stands here, often from a copied page.",
                    )
                    .fixed_by("Use an ordinary blank", span, " "),
                );
            }
            _ => {
                self.at += character.len_utf8();
                let span = Span::new(start, self.at);
                let message = match character {
                    '&' | '+' => "Texts are joined with Append or Join; there is no joining operator.".to_owned(),
                    '{' | '}' => "An attribute stands in square brackets, like [mail].".to_owned(),
                    _ => format!("The character {character} has no meaning outside a text in quotes."),
                };
                self.errors.push(Diagnostic::error("E004", span, message));
            }
        }
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

    /// Scans for the balanced bracket with a counter: names like `emails[type eq "work"].value` hold brackets.
    fn attribute(&mut self, start: usize) {
        let mut depth = 0_usize;
        for (offset, character) in self.text.get(start..).unwrap_or_default().char_indices() {
            match character {
                '[' => depth += 1,
                ']' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                self.at = start + offset + 1;
                let name = Span::new(start + 1, self.at - 1).slice(self.text).to_owned();
                if name.is_empty() {
                    let span = Span::new(start, self.at);
                    self.errors.push(Diagnostic::error("E003", span, "The brackets hold no attribute name."));
                }
                self.push(TokenValue::Attribute(name), start);
                return;
            }
        }
        // Unbalanced: the name ends where an argument would.
        let rest = self.text.get(start..).unwrap_or_default();
        let length = rest.find([',', ')', '\n']).unwrap_or(rest.len());
        self.at = start + length;
        let span = Span::new(start, self.at);
        let name = rest.get(1..length).unwrap_or_default().trim_end().to_owned();
        self.errors.push(Diagnostic::error("E003", span, "The attribute's closing bracket ] is missing.").fixed_by(
            "Close the bracket",
            Span::at(start + 1 + name.len()),
            "]",
        ));
        self.push(TokenValue::Attribute(name), start);
    }

    fn quoted(&mut self, start: usize, open: char, close: char) {
        let body = start + open.len_utf8();
        let mut value = String::new();
        let mut characters = self.text.get(body..).unwrap_or_default().char_indices().peekable();
        let mut line_break = None;
        while let Some((offset, character)) = characters.next() {
            if character == close {
                self.at = body + offset + close.len_utf8();
                if let Some(span) = line_break {
                    self.errors.push(Diagnostic::warning(
                        "E017",
                        span,
                        "The text goes over a line end; the line break becomes part of the value (not documented; assumed).",
                    ));
                }
                self.push(TokenValue::Text(value), start);
                return;
            }
            match character {
                // A backslash before any other character stays, with that character.
                '\\' => match characters.peek() {
                    Some((_, next @ ('"' | '\\'))) => {
                        value.push(*next);
                        characters.next();
                    }
                    _ => value.push('\\'),
                },
                '\n' => {
                    line_break.get_or_insert(Span::new(body + offset, body + offset + 1));
                    value.push('\n');
                }
                other => value.push(other),
            }
        }
        self.at = self.text.len();
        self.errors.push(
            Diagnostic::error("E002", Span::new(start, self.at), "The text's closing quote is missing.").fixed_by(
                "Close the text",
                Span::at(self.at),
                "\"",
            ),
        );
        self.push(TokenValue::Text(value), start);
    }

    /// A text in quotes that Entra does not take: read it as meant, and offer the right ones.
    fn typographic(&mut self, start: usize, open: char) {
        let close_set: &[char] = match open {
            '\'' => &['\''],
            '\u{2018}' | '\u{2019}' => &['\u{2019}', '\u{2018}'],
            _ => &['\u{201d}', '\u{201c}', '\u{bb}', '\u{ab}', '"'],
        };
        let body = start + open.len_utf8();
        let inside = self.text.get(body..).unwrap_or_default();
        let (length, close) = match inside.find(close_set) {
            Some(at) => (at, inside.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8)),
            None => (inside.len(), 0),
        };
        let value = inside.get(..length).unwrap_or_default().to_owned();
        self.at = body + length + close;
        let span = Span::new(start, self.at);
        let escaped = value.replace('\\', "\\\\").replace('"', "\\\"");
        self.errors.push(Diagnostic::error("E005", span, "A text stands in straight double quotes (\").").fixed_by(
            "Use straight quotes",
            span,
            format!("\"{escaped}\""),
        ));
        self.push(TokenValue::Text(value), start);
    }

    fn hex(&mut self, start: usize) {
        self.at += 2;
        self.skip_while(|next| next.is_ascii_hexdigit());
        let span = Span::new(start, self.at);
        let digits = span.slice(self.text).get(2..).unwrap_or_default();
        let value = i64::from_str_radix(digits, 16);
        if value.is_err() {
            self.errors.push(Diagnostic::error("E004", span, "After &H stand 1 to 15 hexadecimal digits, like &H1F."));
        }
        self.push(TokenValue::Hex(value.unwrap_or_default()), start);
    }

    fn number(&mut self, start: usize) {
        self.at += 1;
        self.skip_while(|next| next.is_ascii_digit() || next == '.');
        let span = Span::new(start, self.at);
        let text = span.slice(self.text).to_owned();
        let digits = text.trim_start_matches('-');
        let well_formed = digits.starts_with(|first: char| first.is_ascii_digit())
            && digits.matches('.').count() <= 1
            && !digits.ends_with('.');
        if well_formed {
            self.push(TokenValue::Number(text), start);
        } else {
            self.errors.push(Diagnostic::error(
                "E004",
                span,
                format!("{text} is no number; write it like 12 or -3.5."),
            ));
        }
    }
}
