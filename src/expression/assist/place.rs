//! The place of a cursor in an expression: the calls around it, and the argument.

use super::super::lexer::{Token, TokenValue};
use crate::text::Span;

/// A call that is open at the cursor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct OpenCall {
    /// The name's text and place; nothing for bare parentheses.
    pub(super) name: Option<(String, Span)>,
    /// The argument's index.
    pub(super) argument: usize,
}

/// The calls around the cursor, outermost first.
pub(super) fn open_calls(tokens: &[Token], cursor: usize) -> Vec<OpenCall> {
    let mut open: Vec<OpenCall> = Vec::new();
    let mut name = None;
    for token in tokens.iter().take_while(|token| token.span.end <= cursor) {
        match &token.value {
            TokenValue::Open => open.push(OpenCall { name: name.take(), argument: 0 }),
            TokenValue::Close => {
                open.pop();
            }
            TokenValue::Comma => {
                if let Some(call) = open.last_mut() {
                    call.argument += 1;
                }
            }
            _ => {}
        }
        name = match &token.value {
            TokenValue::Name(text) => Some((text.clone(), token.span)),
            _ => None,
        };
    }
    open
}
