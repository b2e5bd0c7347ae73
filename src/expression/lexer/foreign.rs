//! Operators and attribute forms of other languages. Entra admins bring them from Excel, PowerShell, JavaScript, Okta and
//! dynamic groups.

use super::{Comparator, Diagnostic, Foreign, Lexer, Span, TokenValue};

/// Comparisons of other languages. The longer one of two with the same beginning comes first.
const COMPARISONS: [(&str, Comparator); 4] = [
    ("===", Comparator::Equal),
    ("==", Comparator::Equal),
    ("!==", Comparator::NotEqual),
    ("!=", Comparator::NotEqual),
];

/// Words with a hyphen (PowerShell, dynamic groups) and, behind an operand, without it (SCIM, Okta, Excel).
const COMPARING_WORDS: [(&str, Comparator); 8] = [
    ("eq", Comparator::Equal),
    ("ceq", Comparator::Equal),
    ("ieq", Comparator::Equal),
    ("ne", Comparator::NotEqual),
    ("gt", Comparator::Greater),
    ("ge", Comparator::GreaterOrEqual),
    ("lt", Comparator::Less),
    ("le", Comparator::LessOrEqual),
];

const TESTS: [&str; 14] = [
    "contains",
    "notcontains",
    "startswith",
    "notstartswith",
    "endswith",
    "notendswith",
    "like",
    "notlike",
    "match",
    "notmatch",
    "in",
    "notin",
    "replace",
    "split",
];

/// Words before a dot that only say whose attribute follows.
const OWNERS: [&str; 12] =
    ["user", "source", "appuser", "idpuser", "person", "employee", "profile", "object", "_", "device", "entry", "item"];

pub(in crate::expression) fn comparing_word(word: &str) -> Option<Comparator> {
    COMPARING_WORDS.iter().find(|(known, _)| known.eq_ignore_ascii_case(word)).map(|(_, comparator)| *comparator)
}

pub(in crate::expression) fn testing_word(word: &str) -> Option<&'static str> {
    TESTS.iter().copied().find(|known| known.eq_ignore_ascii_case(word))
}

/// The attribute that a name of another language means: `user.department` is `department`.
pub(in crate::expression) fn attribute_of(name: &str) -> &str {
    let mut name = name.trim();
    while let Some((owner, rest)) = name.split_once('.') {
        if !OWNERS.iter().any(|known| known.eq_ignore_ascii_case(owner)) {
            break;
        }
        name = rest;
    }
    name
}

impl Lexer<'_> {
    /// Reads an operator or an attribute form of another language; false where there is none.
    pub(super) fn foreign_operator(&mut self, character: char) -> bool {
        let start = self.at;
        match character {
            '=' | '!' => {
                let rest = self.rest();
                let Some((symbol, comparator)) = COMPARISONS.into_iter().find(|(symbol, _)| rest.starts_with(symbol))
                else {
                    return character == '!' && self.operator(1, Foreign::Not);
                };
                self.symbol(symbol.len(), TokenValue::Compare(comparator));
                self.compare_as(start, comparator);
                true
            }
            '&' if self.rest().starts_with("&&") => self.operator(2, Foreign::And),
            '|' if self.rest().starts_with("||") => self.operator(2, Foreign::Or),
            '?' if self.rest().starts_with("??") => self.operator(2, Foreign::Fallback),
            '?' => self.operator(1, Foreign::Question),
            ':' => self.operator(1, Foreign::Colon),
            '*' | '/' => self.operator(1, Foreign::Arithmetic(character)),
            '+' if self.is_behind_operand() || !self.byte(1).is_some_and(|next| next.is_ascii_digit()) => {
                self.operator(1, Foreign::Arithmetic('+'))
            }
            '-' if self.byte(1).is_some_and(|next| next.is_ascii_alphabetic()) => self.hyphen_word(start),
            '-' if !self.byte(1).is_some_and(|next| next.is_ascii_digit() || next == b'.') => {
                self.operator(1, Foreign::Arithmetic('-'))
            }
            '.' if self.touches_operand() && self.byte(1).is_some_and(|next| next.is_ascii_alphabetic()) => {
                self.operator(1, Foreign::Dot)
            }
            '{' | '$' => self.braced(start),
            _ => false,
        }
    }

    fn operator(&mut self, length: usize, operator: Foreign) -> bool {
        self.symbol(length, TokenValue::Foreign(operator));
        true
    }

    fn is_behind_operand(&self) -> bool {
        let last = self.tokens.last().map(|token| &token.value);
        matches!(last, Some(TokenValue::Close | TokenValue::Attribute(_) | TokenValue::Text(_) | TokenValue::Number(_)))
    }

    fn touches_operand(&self) -> bool {
        self.is_behind_operand() && self.tokens.last().is_some_and(|token| token.span.end == self.at)
    }

    fn compare_as(&mut self, start: usize, comparator: Comparator) {
        let span = Span::new(start, self.at);
        let symbol = comparator.symbol();
        let message = format!("Write this comparison as {symbol} in an expression, not as {}.", span.slice(self.text));
        self.errors.push(Diagnostic::error("E004", span, message).fixed_by(format!("Use {symbol}"), span, symbol));
    }

    /// `-eq`, `-and`, `-contains`. Any other word is a malformed number, as before.
    fn hyphen_word(&mut self, start: usize) -> bool {
        let rest = self.rest().get(1..).unwrap_or_default();
        let length = rest.find(|next: char| !next.is_ascii_alphabetic()).unwrap_or(rest.len());
        let word = rest.get(..length).unwrap_or_default();
        let operator = match word.to_ascii_lowercase().as_str() {
            "and" => Foreign::And,
            "or" => Foreign::Or,
            "not" => Foreign::Not,
            _ => {
                if let Some(comparator) = comparing_word(word) {
                    self.symbol(length + 1, TokenValue::Compare(comparator));
                    self.compare_as(start, comparator);
                    return true;
                }
                let Some(test) = testing_word(word) else { return false };
                Foreign::Test(test)
            }
        };
        self.operator(length + 1, operator)
    }

    /// `{mail}`, `{{user.mail}}`, `${mail}`, `$user.mail` and `$_.mail` are the attribute mail.
    fn braced(&mut self, start: usize) -> bool {
        let rest = self.rest();
        let inside = rest.trim_start_matches('$').trim_start_matches('{');
        let opening = rest.len() - inside.len();
        let length = inside.find(|next: char| !is_name(next) && next != ' ').unwrap_or(inside.len());
        let braces = rest.get(..opening).unwrap_or_default().matches('{').count();
        let closing = inside.get(length..).unwrap_or_default().bytes().take_while(|next| *next == b'}').count();
        let name = inside.get(..length).unwrap_or_default();
        let (name, end) = match (braces, closing) {
            (0, _) => {
                let name = name.split(' ').next().unwrap_or_default().trim_end_matches('.');
                (name, opening + name.len())
            }
            (opened, closed) if opened == closed => (name, opening + length + closed),
            _ => return false,
        };
        let attribute = attribute_of(name).to_owned();
        if !attribute.starts_with(|first: char| first.is_ascii_alphabetic()) || attribute.contains(' ') {
            return false;
        }
        self.at = start + end;
        let span = Span::new(start, self.at);
        if ["null", "true", "false"].contains(&attribute.to_ascii_lowercase().as_str()) {
            self.push(TokenValue::Name(attribute), start);
            return true;
        }
        let right = format!("[{attribute}]");
        let message = format!("Put an attribute in square brackets: {right}.");
        self.errors.push(
            Diagnostic::error("E004", span, message).fixed_by(format!("Use {right}"), span, right.clone()).unsafely(),
        );
        self.push(TokenValue::Attribute(attribute), start);
        true
    }

    /// A name, and names behind dots: `user.department`, `String.toUpperCase`.
    pub(super) fn dotted_name(&mut self) {
        self.skip_while(|next| next.is_ascii_alphanumeric() || next == '_');
        while self.peek() == Some('.') && self.byte(1).is_some_and(|next| next.is_ascii_alphabetic()) {
            self.at += 1;
            self.skip_while(|next| next.is_ascii_alphanumeric() || next == '_');
        }
    }
}

fn is_name(character: char) -> bool {
    character.is_ascii_alphanumeric() || character == '_' || character == '.'
}
