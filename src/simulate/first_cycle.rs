//! What the first cycle does with a person, if the users of the target are known: an existing user who matches counts as
//! linked.

use super::case::Case;
use super::matching::{Hit, MatchOutcome, run_matching};
use super::{Event, Situation, Verdict};
use crate::directory::Person;

/// The user of the target that belongs to a person.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Match {
    /// No matching attribute has a value.
    NoValue,
    /// None.
    Nobody,
    /// None in the part of the target that is known.
    NotKnown,
    /// This one, by the mapping at this place.
    One {
        /// The place of the mapping.
        mapping: usize,
        /// The place of the user in the target directory.
        place: usize,
    },
    /// Several, although Entra needs one.
    Several {
        /// The place of the mapping.
        mapping: usize,
        /// How many.
        count: usize,
    },
}

/// What happens to a person in the first cycle.
#[derive(Clone, Debug, PartialEq)]
pub struct FirstCycle {
    /// The person as the expressions see them.
    pub source: Person,
    /// The user of the target.
    pub matched: Match,
    /// The event; nothing where Entra meets the person for the first time, and links an active one.
    pub event: Option<Event>,
    /// Whether the scope lets the person in.
    pub scope: Verdict,
    /// Whether the person counts as soft-deleted: not active, or not in scope.
    pub inactive: bool,
}

/// What happens to a person in the first cycle. A person who has a user at the target and is not in scope or not active is
/// disabled. One who was deleted for good is deleted.
pub fn first_cycle(situation: &Situation<'_>) -> FirstCycle {
    let kind = situation.now.kind();
    let Some(mapping) = situation.plan.object_mapping(kind) else {
        let source = situation.now.attributes().clone();
        return FirstCycle { source, matched: Match::NoValue, event: None, scope: Verdict::Unknown, inactive: false };
    };
    let case = Case::new(situation, mapping);
    let matched = match run_matching(situation.plan, kind, &case.source, situation.searched()).outcome {
        MatchOutcome::NoValue => Match::NoValue,
        MatchOutcome::Nobody => Match::Nobody,
        MatchOutcome::NotKnown => Match::NotKnown,
        MatchOutcome::One(Hit { mapping, place, .. }) => Match::One { mapping, place },
        MatchOutcome::Several { count, mapping, .. } => Match::Several { mapping, count },
    };
    let inactive = case.source.is_soft_deleted() || case.scope.verdict == Verdict::False;
    let event = match matched {
        Match::One { .. } if case.source.hard_deleted => Some(Event::Delete),
        Match::One { .. } if inactive => Some(Event::Disable),
        _ => None,
    };
    FirstCycle { matched, event, scope: case.scope.verdict, inactive, source: case.source }
}

impl FirstCycle {
    /// The place of the person's user in the target directory, if there is exactly one.
    pub const fn existing(&self) -> Option<usize> {
        match self.matched {
            Match::One { place, .. } => Some(place),
            _ => None,
        }
    }

    /// The same situation with what happens in it.
    pub fn of<'a>(&self, situation: &Situation<'a>) -> Situation<'a> {
        let resource = || situation.target?.resources.get(self.existing()?);
        let linked_to = self.event.and_then(|_| resource());
        Situation { event: self.event, linked_to, ..*situation }
    }
}
