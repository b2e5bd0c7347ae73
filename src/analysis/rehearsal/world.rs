//! Everybody: the people of the file, the users of the target, and who keeps which user.

use std::sync::Arc;

use super::values::Target;
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
    pub(super) roster: Arc<Roster>,
    pub(super) existing: Option<Arc<PeopleTable>>,
    /// When Entra looks at the people, in milliseconds since 1970.
    pub(super) seen_at: Option<i64>,
    target: Arc<TargetDirectory>,
    index: Arc<TargetIndex>,
    /// For each user of the target, the first row that matches.
    owners: Vec<u32>,
}

/// A person, with what happens to that person.
pub(super) struct Meeting {
    pub(super) first: FirstCycle,
    /// The places of users that match and that other people keep.
    pub(super) kept: Vec<usize>,
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
        let (roster, target, index) = (Arc::new(Roster::new(people)), Arc::new(target), Arc::new(index));
        Self { roster, existing, seen_at, target, index, owners: Vec::new(), plan }
    }

    /// The same people and users under another plan, at another time. What was read stays read.
    pub(super) fn again(&self, plan: Arc<Plan>, seen_at: Option<i64>) -> Self {
        let mut index = TargetIndex::of(&plan, ObjectKind::User);
        if index.is_like(&self.index) {
            index.clone_from(&self.index);
        } else {
            self.target.resources.iter().enumerate().for_each(|(at, resource)| index.add(at, resource));
        }
        let owners = vec![NOBODY; self.owners.len()];
        Self { plan, seen_at, index: Arc::new(index), owners, ..self.clone() }
    }

    /// How many users of the target are read.
    pub(super) fn existing_read(&self) -> usize {
        self.target.resources.len()
    }

    /// Indexes so many more people, and says how many are done.
    pub(super) fn read_people(&mut self, rows: usize) -> usize {
        Arc::make_mut(&mut self.roster).advance(rows)
    }

    /// Reads so many more users of the target, and says how many are read.
    pub(super) fn read_existing(&mut self, rows: usize) -> usize {
        let Some(table) = &self.existing else { return 0 };
        let start = self.target.resources.len();
        let end = start.saturating_add(rows).min(table.len());
        let (target, index) = (Arc::make_mut(&mut self.target), Arc::make_mut(&mut self.index));
        for row in start..end {
            let resource = table.target(row);
            index.add(row, &resource);
            target.resources.push(resource);
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

    /// The person as the expressions see them. The users of the target do not change that.
    pub(super) fn source(&self, person: &Person) -> Person {
        first_cycle(&Situation::in_cycle(&self.plan, person)).source
    }

    /// Whether a user of the target can have a matching value; nothing if the index does not know.
    pub(super) fn can_match(&self, target: &str, value: Target<'_>) -> Option<bool> {
        let json = if value.is_json { serde_json::from_str(value.text).ok()? } else { value.text.into() };
        self.index.can_match(target, &json)
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

    /// The target with only some of its users.
    pub(super) fn target_with(&self, picks: impl Fn(usize, &TargetResource) -> bool) -> TargetDirectory {
        let picked = self.target.resources.iter().enumerate().filter(|(place, resource)| picks(*place, resource));
        let resources = picked.map(|(_, resource)| resource.clone()).collect();
        let (is_part, says) = (self.target.is_part, self.target.says.clone());
        TargetDirectory { is_part, says, ..TargetDirectory::unlinked(resources) }
    }

    /// A user of the target.
    pub(super) fn user(&self, place: usize) -> Option<&TargetResource> {
        self.target.resources.get(place)
    }

    fn situation<'a>(&'a self, person: &'a Person, kept: &'a [usize]) -> Situation<'a> {
        let target = self.existing.is_some().then_some(&*self.target);
        Situation { target, index: Some(&self.index), kept, ..Situation::in_cycle(&self.plan, person) }
    }
}
