//! The expression in colours.

use leptos::prelude::*;

use crate::expression::{Severity, TokenKind, highlight, read};

const fn name(kind: TokenKind) -> &'static str {
    match kind {
        TokenKind::Function => "function",
        TokenKind::Attribute => "attribute",
        TokenKind::Text => "text",
        TokenKind::Number => "number",
        TokenKind::Punctuation => "punctuation",
    }
}

/// The pieces of an expression. Mistakes are marked.
pub(super) fn coloured(text: &str) -> AnyView {
    let read = read(text);
    let errors = &read.parsed().errors;
    let mut pieces = Vec::new();
    let mut at = 0;
    for (span, kind) in highlight(text) {
        let before = text.get(at..span.start).unwrap_or_default().to_owned();
        let piece = text.get(span.start..span.end).unwrap_or_default().to_owned();
        let wrong = errors.iter().any(|error| {
            error.severity == Severity::Error && error.span.start < span.end && span.start < error.span.end
        });
        pieces.push(view! { {before} <span data-kind=name(kind) data-wrong=wrong.then_some("true")>{piece}</span> });
        at = span.end;
    }
    // A line break at the end has no height without a character after it.
    let rest = format!("{}\u{200b}", text.get(at..).unwrap_or_default());
    view! { {pieces} {rest} }.into_any()
}
