//! The rows of one slice, one after the other: their values, their decision, and what the rules object to.

use std::borrow::Cow;
use std::sync::Arc;

use serde_json::Value as Json;

use super::decision::decide;
use super::gathered::{Gathered, count_excess};
use super::judges::{Judged, SourceValues};
use super::keys::Keys;
use super::lane::{Lane, Workspace};
use super::outcomes::Outcome;
use super::plain::Plain;
use super::reads::Reads;
use super::world::World;
use crate::expression::{Environment, Value};
use crate::lint::{Context, Rehearsed};
use crate::plan::{ObjectKind, Plan};
use crate::simulate::environment;

/// What is prepared once for many rows.
pub(super) struct Slice<'p> {
    context: Context<'p>,
    reads: &'p Reads,
    file: Option<&'p Plain>,
    lanes: Vec<Lane<'p>>,
    keys: Keys,
    environment: Environment,
    scratch: Vec<Value>,
    key: Vec<u8>,
    earlier: Vec<(u32, u64)>,
}

impl<'p> Slice<'p> {
    pub(super) fn new(plan: &'p Plan, reads: &'p Reads, file: Option<&'p Plain>, seen_at: Option<i64>) -> Self {
        let lines = plan.object_mapping(ObjectKind::User).map(|users| users.attribute_mappings.as_slice());
        let mappings = lines.unwrap_or_default().iter().enumerate();
        let lane = |(mapping, line)| Lane::new(plan, line, reads.of_mapping(mapping), file);
        Self {
            context: Context::new(plan, &[]),
            reads,
            file,
            lanes: mappings.map(lane).collect(),
            keys: Keys::new(plan, file),
            environment: environment(plan, seen_at),
            scratch: Vec::new(),
            key: Vec::new(),
            earlier: Vec::new(),
        }
    }

    /// Rehearses the next row.
    pub(super) fn rehearse(&mut self, row: usize, world: &mut World, gathered: &mut Gathered) {
        match self.file.filter(|file| file.is_plain(row)) {
            Some(file) => self.plain_row(file, row, world, gathered),
            None => self.whole_row(row, world, gathered),
        }
    }

    fn plain_row(&mut self, file: &Plain, row: usize, world: &mut World, gathered: &mut Gathered) {
        let mut key = std::mem::take(&mut self.key);
        key.clear();
        let start = self.keys.begin(file, row, world, &mut gathered.classes, &mut key);
        let columns = gathered.columns.iter_mut().zip(&gathered.reused).zip(&mut gathered.excess);
        for (lane, ((column, reused), excess)) in self.lanes.iter().zip(columns) {
            let mut taken = 0;
            let work = Workspace { environment: &self.environment, scratch: &mut self.scratch, steps: &mut taken };
            key.push(if *reused {
                column.class(row)
            } else {
                lane.push_plain(file, row, start.is_soft_deleted, Arc::make_mut(column), work).class
            });
            count_excess(excess, taken);
        }
        let is_shared = start.is_shared && self.keys.is_new_to_the_target(world, &gathered.columns, row);
        let known = if is_shared { gathered.classes.decision(&key) } else { None };
        let decision = known.unwrap_or_else(|| {
            let person = world.person(row);
            let meeting = world.meet(row, &person);
            if let Some(place) = meeting.first.existing() {
                world.keep(place, row);
            }
            let decision = decide(world, self.reads, &person, &meeting);
            if is_shared { gathered.classes.decided(&key, decision) } else { decision }
        });
        self.key = key;
        self.judge(row, (decision.outcome, decision.facts), &PlainValues { file, row }, gathered);
    }

    fn whole_row(&mut self, row: usize, world: &mut World, gathered: &mut Gathered) {
        let person = world.person(row);
        let meeting = world.meet(row, &person);
        if let Some(place) = meeting.first.existing() {
            world.keep(place, row);
        }
        let columns = gathered.columns.iter_mut().zip(&gathered.reused).zip(&mut gathered.excess);
        for (lane, ((column, reused), excess)) in self.lanes.iter().zip(columns) {
            let mut taken = 0;
            if !reused {
                let work = Workspace { environment: &self.environment, scratch: &mut self.scratch, steps: &mut taken };
                lane.push_person(&meeting.first.source, Arc::make_mut(column), work);
            }
            count_excess(excess, taken);
        }
        let decision = decide(world, self.reads, &person, &meeting);
        self.judge(row, (decision.outcome, decision.facts), &meeting.first.source, gathered);
    }

    fn judge(
        &mut self,
        row: usize,
        (mut outcome, facts): (Outcome, Rehearsed),
        source: &dyn SourceValues,
        gathered: &mut Gathered,
    ) {
        let is_provisioned = outcome.is_provisioned();
        let judged = Judged { row, source, columns: &gathered.columns, reads: self.reads, facts, is_provisioned };
        outcome.problems = gathered.panel.judge(&self.context, &judged, &mut self.earlier);
        gathered.outcomes.push(outcome);
        for (row, bit) in self.earlier.drain(..) {
            if let Some(outcome) = gathered.outcomes.get_mut(row as usize) {
                outcome.problems |= bit;
            }
        }
    }
}

/// The attributes of a plain row.
struct PlainValues<'a> {
    file: &'a Plain,
    row: usize,
}

impl SourceValues for PlainValues<'_> {
    fn value(&self, name: &str) -> Option<Cow<'_, Json>> {
        let access = self.file.access(name);
        self.file.column(&access)?.value(self.row).map(Cow::Owned)
    }
}
