//! Where in an expression a cursor stands: in which calls, at which argument.

use super::super::functions::{Function, Presence};
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

/// The parameter that the argument at `index` belongs to: repeating parameters take turns.
pub(super) fn parameter(function: &Function, index: usize) -> Option<usize> {
    let first = function.parameters.iter().position(|parameter| parameter.presence == Presence::Repeating);
    match first {
        Some(first) if index >= first => {
            let repeating =
                function.parameters.iter().skip(first).filter(|one| one.presence == Presence::Repeating).count();
            // What stands behind the repeating ones, such as a default, cannot be told from them while typing.
            Some(first + (index - first) % repeating)
        }
        _ => (index < function.parameters.len()).then_some(index),
    }
}
