//! A text whose lines are put together, because a secret is often copied with line breaks.

use std::borrow::Cow;

use super::is_of_token;

/// A text without its line breaks, and without the blanks and signs of continuation around them.
pub(super) struct Joined<'a> {
    text: Cow<'a, str>,
    is_one_token: bool,
}

impl<'a> Joined<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        if !text.contains(['\n', '\r']) {
            return Self { text: Cow::Borrowed(text), is_one_token: false };
        }
        let is_continuation = |character: char| character.is_whitespace() || matches!(character, '\\' | '`' | '>');
        let lines: Vec<&str> = text.lines().map(|line| line.trim_matches(is_continuation)).collect();
        // Padding ends a token: with it in the middle, the lines are several values.
        let is_piece = |line: &str| line.len() >= LEAST_PIECE && line.chars().all(is_of_token);
        let is_one_token = match lines.iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().split_last() {
            Some((last, pieces)) => {
                !pieces.is_empty()
                    && pieces.iter().all(|line| is_piece(line))
                    && last.trim_end_matches('=').chars().all(is_of_token)
            }
            None => false,
        };
        Self { text: Cow::Owned(lines.concat()), is_one_token }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Whether the lines look like the pieces of one token.
    pub(super) fn is_one_token(&self) -> bool {
        self.is_one_token
    }
}

/// A line that is shorter is a word, not a piece of a token.
const LEAST_PIECE: usize = 8;
