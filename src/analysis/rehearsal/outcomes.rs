//! What is kept of each person: a column for each thing.

use super::Action;
use crate::simulate::Verdict;

/// Whether the scope lets a person in, and what decides it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// In scope, without any scoping filter.
    In,
    /// In scope by the scoping filter at this place.
    InBy(u16),
    /// The person is not assigned to the application.
    NotAssigned,
    /// Out of scope: in the filter at the first place, the clause at the second does not hold.
    OutBy(u16, u16),
    /// It cannot be decided: the filter at the first place has such a clause at the second.
    Undecided(u16, u16),
}

impl Scope {
    /// Whether the person counts as in scope. What cannot be decided counts, as in the preview.
    pub const fn is_in(self) -> bool {
        !matches!(self, Self::NotAssigned | Self::OutBy(..))
    }

    /// A number that no other scope has.
    pub(super) fn number(self) -> u32 {
        let pair = |kind: u32, filter: u16, clause: u16| {
            kind << 28 | u32::from(filter & 0x3FFF) << 14 | u32::from(clause & 0x3FFF)
        };
        match self {
            Self::In => 0,
            Self::NotAssigned => 1,
            Self::InBy(filter) => pair(1, filter, 0),
            Self::OutBy(filter, clause) => pair(2, filter, clause),
            Self::Undecided(filter, clause) => pair(3, filter, clause),
        }
    }

    /// What decided the scope of a person.
    pub(super) fn of(scope: &crate::simulate::ScopeVerdict) -> Self {
        let place = |at: usize| u16::try_from(at).unwrap_or(u16::MAX);
        let holding = || scope.filters.iter().position(|filter| filter.verdict == Verdict::True);
        let deciding = |verdict: Verdict| {
            let found = scope.filters.iter().enumerate().find_map(|(at, filter)| {
                let clause = filter.clauses.iter().position(|clause| clause.verdict == verdict)?;
                Some((place(at), place(clause)))
            });
            found.unwrap_or_default()
        };
        match scope.verdict {
            Verdict::True => holding().map_or(Self::In, |at| Self::InBy(place(at))),
            Verdict::False if !scope.is_assigned() => Self::NotAssigned,
            Verdict::False => {
                let (filter, clause) = deciding(Verdict::False);
                Self::OutBy(filter, clause)
            }
            Verdict::Unknown => {
                let (filter, clause) = deciding(Verdict::Unknown);
                Self::Undecided(filter, clause)
            }
        }
    }
}

/// What the first cycle does with one person: all that is kept.
#[derive(Clone, Copy, Debug)]
pub(super) struct Outcome {
    pub(super) action: Action,
    pub(super) scope: Scope,
    /// Whether the person counts as soft-deleted.
    pub(super) inactive: bool,
    /// The mapping by which an existing user matches.
    pub(super) matched_by: Option<u16>,
    /// The existing user, if exactly one matches.
    pub(super) existing: Option<u32>,
    pub(super) requests: u16,
    /// The problems, a bit for each judge.
    pub(super) problems: u64,
    /// The class that shares the decision; [`NO_CLASS`] for a decision about one person alone.
    pub(super) class: u32,
}

/// The decision is shared with nobody.
pub(super) const NO_CLASS: u32 = u32::MAX;

impl Outcome {
    /// Whether the first cycle creates or updates the person, or finds nothing to change.
    pub(super) const fn is_provisioned(&self) -> bool {
        self.scope.is_in() && !self.inactive
    }
}
