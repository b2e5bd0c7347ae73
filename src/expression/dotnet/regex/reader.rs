//! A pattern while it is read, character by character.

use super::class::is_word;

/// Groups within groups.
const DEEPEST: usize = 100;

/// Why a text is not a supported pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Refused {
    /// .NET would refuse it as well.
    Faulty(&'static str),
    /// .NET knows it, this engine does not.
    Unsupported(&'static str),
}

use Refused::{Faulty, Unsupported};

#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Options {
    pub(super) fold: bool,
    pub(super) lines: bool,
    pub(super) dot_all: bool,
    pub(super) explicit: bool,
    pub(super) spaced: bool,
}

/// A pattern while it is read.
#[derive(Debug, Default)]
pub(super) struct Reader {
    pub(super) text: Vec<char>,
    pub(super) at: usize,
    depth: usize,
    pub(super) options: Options,
    pub(super) groups: Vec<Option<String>>,
}

impl Reader {
    pub(super) fn new(pattern: &str) -> Self {
        Self { text: pattern.chars().collect(), ..Self::default() }
    }

    pub(super) fn peek(&self, ahead: usize) -> Option<char> {
        self.text.get(self.at + ahead).copied()
    }

    pub(super) fn take(&mut self, expected: char) -> bool {
        let there = self.peek(0) == Some(expected);
        self.at += usize::from(there);
        there
    }

    pub(super) fn next(&mut self) -> Option<char> {
        let next = self.peek(0);
        self.at += usize::from(next.is_some());
        next
    }

    /// One level further in; there is a last one.
    pub(super) fn deeper<T>(&mut self, read: impl FnOnce(&mut Self) -> Result<T, Refused>) -> Result<T, Refused> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(Unsupported("more than a hundred groups in each other"));
        }
        let read = read(self)?;
        self.depth -= 1;
        Ok(read)
    }

    /// A name up to its closing character.
    pub(super) fn name(&mut self, close: char) -> Result<String, Refused> {
        let mut name = String::new();
        loop {
            match self.next() {
                Some(one) if one == close && !name.is_empty() => return Ok(name),
                Some(one) if is_word(one) || one == '-' => name.push(one),
                None => return Err(Faulty("a group's name is not closed")),
                Some(_) => return Err(Faulty("a group's name contains more than letters, digits and _")),
            }
        }
    }
}
