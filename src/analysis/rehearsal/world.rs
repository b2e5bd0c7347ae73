//! Everybody: the people of the file, the users of the target, and who keeps which user.

use std::sync::Arc;

use crate::directory::people_file::{PeopleTable, Roster};
use crate::directory::{Person, TargetDirectory, TargetResource};
use crate::plan::{ObjectKind, Plan};
use crate::simulate::{FirstCycle, Simulation, Situation, TargetIndex, first_cycle, simulate};

/// Nobody keeps the user.
const NOBODY: u32 = u32::MAX;

/// Everybody, while the rehearsal gathers and afterwards.
#[derive(Clone, Debug)]
pub(super) struct World {
    pub(super) plan: Arc<Plan>,
    pub(super) roster: Roster,
    pub(super) existing: Option<Arc<PeopleTable>>,
    /// When Entra looks at the people, in milliseconds since 1970.
    pub(super) seen_at: Option<i64>,
    target: TargetDirectory,
    index: TargetIndex,
    /// For each user of the target, the first row that matches.
    owners: Vec<u32>,
}

/// A person, with what happens to that person.
pub(super) struct Meeting {
    pub(super) first: FirstCycle,
    /// The places of users that match and that other people keep.
    kept: Vec<usize>,
}

impl World {
    pub(super) fn new(
        plan: Arc<Plan>,
        people: Arc<PeopleTable>,
        existing: Option<Arc<PeopleTable>>,
        seen_at: Option<i64>,
    ) -> Self {
        let target = TargetDirectory {
            is_part: existing.as_ref().is_some_and(|table| table.is_part),
            says: existing.as_ref().and_then(|table| table.target_paths()),
            ..TargetDirectory::default()
        };
        let index = TargetIndex::of(&plan, ObjectKind::User);
        Self { roster: Roster::new(people), existing, seen_at, target, index, owners: Vec::new(), plan }
    }

    /// Reads so many more users of the target, and says how many are read.
    pub(super) fn read_existing(&mut self, rows: usize) -> usize {
        let Some(table) = &self.existing else { return 0 };
        let start = self.target.resources.len();
        let end = start.saturating_add(rows).min(table.len());
        for row in start..end {
            let resource = table.target(row);
            self.index.add(row, &resource);
            self.target.resources.push(resource);
            self.owners.push(NOBODY);
        }
        end
    }

    pub(super) fn person(&self, row: usize) -> Person {
        Person { seen_at: self.seen_at, ..self.roster.person(row) }
    }

    /// What the first cycle does with a person. The first person in the file keeps a user whom several match.
    pub(super) fn meet(&self, row: usize, person: &Person) -> Meeting {
        let mut kept = Vec::new();
        loop {
            let first = first_cycle(&self.situation(person, &kept));
            match first.existing().filter(|place| self.is_kept_before(*place, row)) {
                Some(place) => kept.push(place),
                None => return Meeting { first, kept },
            }
        }
    }

    /// The preview of a person in the first cycle.
    pub(super) fn simulation(&self, person: &Person, meeting: &Meeting) -> Simulation {
        simulate(&meeting.first.of(&self.situation(person, &meeting.kept)))
    }

    /// Gives a user of the target to the person of a row.
    pub(super) fn keep(&mut self, place: usize, row: usize) {
        if let Some(owner) = self.owners.get_mut(place)
            && *owner == NOBODY
        {
            *owner = u32::try_from(row).unwrap_or(NOBODY);
        }
    }

    fn is_kept_before(&self, place: usize, row: usize) -> bool {
        self.owners.get(place).is_some_and(|owner| (*owner as usize) < row)
    }

    /// The places of the users of the target whom nobody matches.
    pub(super) fn unmatched(&self) -> impl Iterator<Item = usize> {
        self.owners.iter().enumerate().filter(|(_, owner)| **owner == NOBODY).map(|(place, _)| place)
    }

    /// A user of the target.
    pub(super) fn user(&self, place: usize) -> Option<&TargetResource> {
        self.target.resources.get(place)
    }

    fn situation<'a>(&'a self, person: &'a Person, kept: &'a [usize]) -> Situation<'a> {
        let target = self.existing.is_some().then_some(&self.target);
        Situation { target, index: Some(&self.index), kept, ..Situation::in_cycle(&self.plan, person) }
    }
}
