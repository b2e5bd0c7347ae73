//! The kind of each piece of an expression's text, for colouring it while you type.

use super::lexer::{TokenValue, lex};
use crate::text::Span;

/// The kind of a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A function's name or a bare word.
    Function,
    /// `[attribute]`.
    Attribute,
    /// `"text"`.
    Text,
    /// A number.
    Number,
    /// Parenthesis, comma, operator.
    Punctuation,
}

/// The pieces in order. White space and text that is not a token are between them.
pub fn highlight(text: &str) -> Vec<(Span, TokenKind)> {
    lex(text)
        .tokens
        .into_iter()
        .map(|token| {
            let kind = match token.value {
                TokenValue::Name(_) => TokenKind::Function,
                TokenValue::Attribute(_) => TokenKind::Attribute,
                TokenValue::Text(_) => TokenKind::Text,
                TokenValue::Number(_) | TokenValue::Hex(_) => TokenKind::Number,
                TokenValue::Open
                | TokenValue::Close
                | TokenValue::Comma
                | TokenValue::Compare(_)
                | TokenValue::Ampersand
                | TokenValue::Foreign(_) => TokenKind::Punctuation,
            };
            (token.span, kind)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_piece_has_its_kind_even_in_a_broken_text() {
        let kinds: Vec<_> = highlight("Append([a], \"b").into_iter().map(|(_, kind)| kind).collect();
        assert_eq!(
            kinds,
            [
                TokenKind::Function,
                TokenKind::Punctuation,
                TokenKind::Attribute,
                TokenKind::Punctuation,
                TokenKind::Text
            ]
        );
    }
}
