//! Regular expressions as in .NET: a backtracking engine in which every step costs something.
//!
//! Crosswalk has its own engine because its steps count towards the evaluation's one budget, look-behind may have any
//! width, and the known engines for Rust are larger than the rest of the app. Here one character is a Unicode scalar
//! value. .NET counts UTF-16 units, so an emoji takes two `.` there.

mod characters;
mod class;
mod compile;
mod escape;
mod group;
mod matcher;
mod parse;
mod program;
#[cfg(test)]
mod properties;
mod reader;
#[cfg(test)]
mod tests;
mod tree;

pub(super) use compile::compile;
pub(super) use parse::parse;
pub(super) use program::Program;
pub(super) use reader::Refused;

/// Pieces of a pattern that are tried in the time of one step of an evaluation.
const PER_STEP: usize = 4;
/// Bytes that are copied in the time of one of them.
const BYTES: usize = 16;

/// The rest of a search's budget: the pieces that it may try and the places that it may return to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) struct Fuel(usize);

impl Fuel {
    /// As much as so many steps of an evaluation.
    pub(in super::super) const fn of_steps(steps: usize) -> Self {
        Self(steps.saturating_mul(PER_STEP))
    }

    /// Whole steps that are left.
    pub(in super::super) const fn steps(self) -> usize {
        self.0 / PER_STEP
    }

    /// Pays for a match and the text it adds; false where there is not enough.
    pub(super) fn take_match(&mut self, bytes: usize) -> bool {
        self.take(PER_STEP.saturating_add(bytes / BYTES))
    }

    fn take(&mut self, amount: usize) -> bool {
        let left = self.0.checked_sub(amount);
        self.0 = left.unwrap_or(0);
        left.is_some()
    }
}
