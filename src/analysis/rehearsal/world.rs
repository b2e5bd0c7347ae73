//! Everybody: the people of the file, the users of the target, and who keeps which user.

use std::sync::Arc;

use serde_json::Value;

use super::values::Target;
use crate::directory::people_file::{PeopleTable, Roster};
use crate::directory::{Person, TargetDirectory, TargetResource};
use crate::plan::{AttributePath, ObjectKind, Plan};
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
    /// How many of them are in the index.
    indexed: usize,
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
        Self { roster, existing, seen_at, target, index, indexed: 0, owners: Vec::new(), plan }
    }

    /// The same people and users under another plan, at another time. What was read stays read.
    pub(super) fn again(&self, plan: Arc<Plan>, seen_at: Option<i64>) -> Self {
        let index = TargetIndex::of(&plan, ObjectKind::User);
        let (index, indexed) =
            if index.is_like(&self.index) { (Arc::clone(&self.index), self.indexed) } else { (Arc::new(index), 0) };
        let owners = vec![NOBODY; self.owners.len()];
        Self { plan, seen_at, index, indexed, owners, ..self.clone() }
    }

    /// How many users of the target are read and in the index.
    pub(super) const fn existing_read(&self) -> usize {
        self.indexed
    }

    /// Indexes so many more people.
    pub(super) fn read_people(&mut self, rows: usize) {
        Arc::make_mut(&mut self.roster).advance(rows);
    }

    /// Reads so many more users of the target.
    pub(super) fn read_existing(&mut self, rows: usize) {
        let Some(table) = &self.existing else { return };
        let end = self.indexed.saturating_add(rows).min(table.len());
        let index = Arc::make_mut(&mut self.index);
        for row in self.indexed..end {
            if row >= self.target.resources.len() {
                Arc::make_mut(&mut self.target).resources.push(table.target(row));
                self.owners.push(NOBODY);
            }
            if let Some(resource) = self.target.resources.get(row) {
                index.add(row, resource);
            }
        }
        self.indexed = end;
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

    /// The users of the target that can have a matching value; nothing if the index does not know.
    pub(super) fn candidates(&self, target: &str, value: Target<'_>) -> Option<&[u32]> {
        let json = if value.is_json { serde_json::from_str(value.text).ok()? } else { value.text.into() };
        self.index.candidates(target, &json)
    }

    /// The preview of a person in the first cycle.
    pub(super) fn simulation(&self, person: &Person, meeting: &Meeting) -> Simulation {
        simulate(&meeting.first.of(&self.situation(person, &meeting.kept)))
    }

    /// Whether the user of the target at a place has a person already.
    pub(super) fn is_kept(&self, place: u32) -> bool {
        self.owners.get(place as usize).is_some_and(|owner| *owner != NOBODY)
    }

    /// Gives a user of the target to the person of a row.
    pub(super) fn keep(&mut self, place: u32, row: usize) {
        if let Some(owner) = self.owners.get_mut(place as usize)
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

    /// The target with only the users at some places, in their order.
    pub(super) fn target_with(&self, places: impl Iterator<Item = usize>) -> TargetDirectory {
        let resources = places.filter_map(|place| self.user(place).cloned()).collect();
        let (is_part, says) = (self.target.is_part, self.target.says.clone());
        TargetDirectory { is_part, says, ..TargetDirectory::unlinked(resources) }
    }

    /// The places of the users of the target with a value, written as JSON.
    pub(super) fn users_with(&self, target: &str, json: &str) -> impl Iterator<Item = usize> {
        let path = AttributePath::parse(target).ok();
        let has = move |resource: &TargetResource| {
            let path = path.as_ref()?;
            let is_it = |value: &&Value| value.to_string().eq_ignore_ascii_case(json);
            resource.values(path).into_iter().find(is_it).map(drop)
        };
        let users = self.target.resources.iter().enumerate();
        users.filter(move |(_, resource)| has(resource).is_some()).map(|(place, _)| place)
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
