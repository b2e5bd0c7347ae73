//! One rehearsal, in slices: a worker can stop between two of them.

use std::sync::Arc;

use super::gathered::Gathered;
use super::plain::Plain;
use super::reads::Reads;
use super::result::Rehearsal;
use super::slice::Slice;
use super::world::World;
use crate::directory::people_file::PeopleTable;
use crate::plan::{ObjectKind, Plan};
use crate::text::grouped;

/// How far a run is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Rows that are done: existing users, the list of people, and people.
    pub done: usize,
    /// All rows.
    pub of: usize,
}

impl Progress {
    /// Whether everything is done.
    pub const fn is_complete(self) -> bool {
        self.done >= self.of
    }
}

/// A rehearsal that is not finished.
#[derive(Clone, Debug)]
pub struct Run {
    world: World,
    reads: Reads,
    file: Option<Plain>,
    gathered: Gathered,
    progress: Progress,
    stopped: Option<String>,
}

impl Run {
    /// A run of a plan over people. Give the existing users to see who matches. `seen_at` is when Entra looks at the people,
    /// in milliseconds since 1970.
    pub fn new(
        plan: Arc<Plan>,
        people: Arc<PeopleTable>,
        existing: Option<Arc<PeopleTable>>,
        seen_at: Option<i64>,
    ) -> Self {
        let gathered = Gathered::new(&plan);
        Self::with(World::new(plan, people, existing, seen_at), gathered)
    }

    fn with(world: World, gathered: Gathered) -> Self {
        let people = world.roster.table();
        let reads = Reads::of(&world.plan);
        let file = Plain::of(people, &reads.everything(&world.plan));
        let of = world.existing.as_ref().map_or(0, |table| table.len()) + 2 * people.len();
        let progress = Progress { done: world.existing_read() + world.roster.done(), of };
        Self { gathered, reads, file, progress, stopped: None, world }
    }

    /// Goes so many rows further.
    pub fn advance(&mut self, rows: usize) -> Progress {
        let existing = self.world.existing.as_ref().map_or(0, |table| table.len());
        let people = self.world.roster.table().len();
        if self.world.existing_read() < existing {
            self.world.read_existing(rows);
        } else if self.world.roster.done() < people {
            self.world.read_people(rows);
        } else if self.stopped.is_none() {
            self.rehearse(rows);
        }
        let done = self.world.existing_read() + self.world.roster.done() + self.gathered.outcomes.len();
        self.progress.done = if self.stopped.is_some() { self.progress.of } else { done };
        self.progress
    }

    /// Takes what another worker decided about rows that are not done: see [`super::Deciding`].
    pub fn take(&mut self, decided: &[u8]) {
        self.gathered.take(decided);
    }

    /// The result. Rows that are not done are done now.
    pub fn finish(mut self) -> Rehearsal {
        while !self.progress.is_complete() {
            self.advance(usize::MAX);
        }
        Rehearsal::new(self.world, self.reads, self.gathered.finished(), self.stopped)
    }

    /// Why the run stops before its end, and with which person.
    fn stopped_at(&self, plan: &Plan, mapping: usize) -> String {
        let line = plan.attribute_mapping(ObjectKind::User, mapping);
        let target = line.map(|line| line.target_attribute.as_str()).unwrap_or_default();
        let evaluated = self.gathered.columns.get(mapping).map_or(0, |column| column.len());
        let people = self.world.roster.table();
        let line = evaluated.checked_sub(1).and_then(|row| people.lines.get(row)).copied().unwrap_or_default();
        format!(
            "The rehearsal stopped at person {} of {}, in line {line} of the file: the expression of {target} takes too long. Simplify its pattern, and rehearse again.",
            grouped(evaluated),
            grouped(people.len()),
        )
    }

    fn rehearse(&mut self, rows: usize) {
        let plan = Arc::clone(&self.world.plan);
        let (file, reads) = (self.file.clone(), self.reads.clone());
        let (start, people) = (self.gathered.outcomes.len(), self.world.roster.table().len());
        if start == 0 {
            self.gathered.reserve(people);
        }
        let slice = Slice::new(&plan, &reads, file.as_ref(), self.world.seen_at);
        slice.rehearse(start..start.saturating_add(rows).min(people), &mut self.world, &mut self.gathered);
        self.gathered.reserve_texts(people);
        if let Some(mapping) = self.gathered.too_slow() {
            self.stopped = Some(self.stopped_at(&plan, mapping));
        }
    }
}

impl Rehearsal {
    /// Whether it is about these files, so that a run of an edited plan can go on from it.
    pub fn is_of(&self, people: &Arc<PeopleTable>, existing: Option<&Arc<PeopleTable>>) -> bool {
        let is_same = |users: &Arc<PeopleTable>| existing.is_some_and(|other| Arc::ptr_eq(users, other));
        Arc::ptr_eq(self.people(), people) && self.existing().map_or(existing.is_none(), is_same)
    }

    /// A run of an edited plan over the same people and existing users. Only mappings that changed are evaluated and judged,
    /// and those that read the time, if it is another one. `seen_at` is when Entra looks at the people, in milliseconds since
    /// 1970.
    pub fn again(&self, plan: Arc<Plan>, seen_at: Option<i64>) -> Run {
        let gathered =
            if self.stopped.is_none() { Gathered::again(&plan, self, seen_at) } else { Gathered::new(&plan) };
        Run::with(self.world.again(plan, seen_at), gathered)
    }
}
