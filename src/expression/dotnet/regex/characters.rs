//! A pattern that is one set of characters, once or in a run: found without the matcher, at the matcher's price.

use super::Fuel;
use super::matcher::{Exhausted, PASSED, pay};
use super::program::{Program, Quick, Step};

/// One set of characters.
pub(in super::super) struct Characters<'p> {
    set: &'p Quick,
    /// Whether a match takes all characters that follow, and not only one.
    is_run: bool,
}

impl Program {
    /// The set, if the pattern is nothing else.
    pub(in super::super) fn characters(&self) -> Option<Characters<'_>> {
        let (set, is_run) = match self.steps.as_slice() {
            [Step::One { set, back: false }, Step::Accept] => (set, false),
            [Step::Run { set, least: 1, most: u32::MAX, lazy: false, back: false }, Step::Accept] => (set, true),
            _ => return None,
        };
        let set = self.sets.get(*set)?;
        let is_first = self.first.and_then(|first| self.sets.get(first)) == Some(set);
        if self.places != 1 || self.anchored || !is_first {
            return None;
        }
        Some(Characters { set, is_run })
    }
}

impl Characters<'_> {
    /// Which ASCII characters are in the set.
    pub(in super::super) fn of_ascii(&self) -> [bool; 128] {
        std::array::from_fn(|code| u8::try_from(code).is_ok_and(|code| self.set.contains(char::from(code))))
    }

    /// How many bytes are before the first character of the set.
    fn passed(&self, text: &str) -> usize {
        let mut at = 0;
        while let Some(byte) = text.as_bytes().get(at) {
            let length = if byte.is_ascii() {
                if self.set.contains(char::from(*byte)) {
                    return at;
                }
                1
            } else {
                match text.get(at..).and_then(|rest| rest.chars().next()) {
                    Some(character) if self.set.contains(character) => return at,
                    other => other.map_or(1, char::len_utf8),
                }
            };
            at += length;
        }
        at
    }

    /// The first match from a place on.
    pub(in super::super) fn find(
        &self,
        text: &str,
        from: usize,
        fuel: &mut Fuel,
    ) -> Result<Option<(usize, usize)>, Exhausted> {
        let rest = text.get(from..).unwrap_or_default();
        let start = self.passed(rest);
        let mut characters = rest.get(start..).unwrap_or_default().chars();
        let Some(first) = characters.next() else {
            pay(fuel, rest.len() / PASSED)?;
            return Ok(None);
        };
        // The set and the end are a step each.
        pay(fuel, start / PASSED + 2)?;
        let mut end = start + first.len_utf8();
        if self.is_run {
            let more = characters.take_while(|one| self.set.contains(*one));
            let (bytes, count) = more.fold((0, 1), |(bytes, count), one| (bytes + one.len_utf8(), count + 1));
            end += bytes;
            pay(fuel, count / PASSED)?;
        }
        Ok(Some((from + start, from + end)))
    }
}
