//! A second worker that decides about people for a run in the first one.
//!
//! People who share no decision are simulated one by one, which takes nearly all the time if the target has users. Another
//! worker with the same files can do that for some of the rows. What needs everybody stays with the run: who keeps a user
//! whom several people match, what is used twice, and every count.

use std::ops::Range;
use std::sync::Arc;

use super::classes::Classes;
use super::decided;
use super::judges::Panel;
use super::plain::Plain;
use super::reads::Reads;
use super::slice::Slice;
use super::world::World;
use crate::directory::people_file::PeopleTable;
use crate::lint::Context;
use crate::plan::Plan;

/// Decides about some of the people of a run.
#[derive(Debug)]
pub struct Deciding {
    world: World,
    reads: Reads,
    file: Option<Plain>,
    panel: Panel,
}

impl Deciding {
    /// For a run of this plan over the same people and existing users. `seen_at` is the time of the run.
    pub fn new(
        plan: Arc<Plan>,
        people: Arc<PeopleTable>,
        existing: Option<Arc<PeopleTable>>,
        seen_at: Option<i64>,
    ) -> Self {
        Self::with(World::new(plan, people, existing, seen_at))
    }

    /// For a run of an edited plan over the same people and existing users. What was read stays read.
    #[must_use]
    pub fn again(self, plan: Arc<Plan>, seen_at: Option<i64>) -> Self {
        Self::with(self.world.again(plan, seen_at))
    }

    fn with(world: World) -> Self {
        let reads = Reads::of(&world.plan);
        let file = Plain::of(world.roster.table(), &reads.everything(&world.plan));
        let panel = Panel::of(&Context::new(&world.plan, &[]));
        Self { world, reads, file, panel }
    }

    /// How many people there are.
    pub fn people(&self) -> usize {
        self.world.roster.table().len()
    }

    /// Reads so many more users and people. True when it can decide.
    pub fn prepare(&mut self, rows: usize) -> bool {
        let existing = self.world.existing.as_ref().map_or(0, |table| table.len());
        if self.world.existing_read() < existing {
            self.world.read_existing(rows);
        } else if self.world.roster.done() < self.people() {
            self.world.read_people(rows);
        }
        self.world.existing_read() == existing && self.world.roster.done() == self.people()
    }

    /// Begins to decide, when everything is read.
    pub fn begin(&self) -> Decider<'_> {
        let slice = Slice::new(&self.world.plan, &self.reads, self.file.as_ref(), self.world.seen_at);
        Decider { deciding: self, slice, classes: Classes::default() }
    }
}

/// Decides about people, with everything prepared.
pub struct Decider<'d> {
    deciding: &'d Deciding,
    slice: Slice<'d>,
    classes: Classes,
}

impl Decider<'_> {
    /// Appends the decisions about the people of these rows who share none, for [`super::Run::take`]. It is right for a person
    /// as long as nobody before has the same existing user.
    pub fn decide(&mut self, rows: Range<usize>, bytes: &mut Vec<u8>) {
        let Deciding { world, panel, .. } = self.deciding;
        let rows = rows.start..rows.end.min(self.deciding.people());
        self.slice.decide_alone(rows, world, panel, &mut self.classes, |row, outcome| {
            if let Ok(row) = u32::try_from(row) {
                decided::write(row, &outcome, bytes);
            }
        });
    }
}
