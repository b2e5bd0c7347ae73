//! One rehearsal, in slices: a worker can stop between two of them.

use std::sync::Arc;

use super::action::{Action, fails};
use super::judges::{Judged, Panel};
use super::outcomes::{Outcome, Scope};
use super::result::Rehearsal;
use super::values::{Reads, ValueColumn, push_values};
use super::world::World;
use crate::directory::Person;
use crate::directory::people_file::PeopleTable;
use crate::lint::{Context, Manager, Rehearsed};
use crate::plan::{ObjectKind, Plan};
use crate::simulate::{FirstCycle, Flow, Match, Reason, Resolved, Simulation, Step, Verdict, scope_verdict};

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
    panel: Panel,
    columns: Vec<ValueColumn>,
    outcomes: Vec<Outcome>,
    progress: Progress,
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
        let of = existing.as_ref().map_or(0, |table| table.len()) + 2 * people.len();
        let mappings = plan.object_mapping(ObjectKind::User).map_or(0, |users| users.attribute_mappings.len());
        let panel = Panel::of(&Context::new(&plan, &[]));
        Self {
            reads: Reads::of(&plan),
            panel,
            columns: vec![ValueColumn::default(); mappings],
            outcomes: Vec::new(),
            progress: Progress { done: 0, of },
            world: World::new(plan, people, existing, seen_at),
        }
    }

    /// Goes so many rows further.
    pub fn advance(&mut self, rows: usize) -> Progress {
        let existing = self.world.existing.as_ref().map_or(0, |table| table.len());
        let people = self.world.roster.table().len();
        let Progress { done, .. } = self.progress;
        self.progress.done = if done < existing {
            self.world.read_existing(rows)
        } else if done < existing + people {
            existing + self.world.roster.advance(rows)
        } else {
            self.rehearse(rows);
            existing + people + self.outcomes.len()
        };
        self.progress
    }

    /// The result. Rows that are not done are done now.
    pub fn finish(mut self) -> Rehearsal {
        while !self.progress.is_complete() {
            self.advance(usize::MAX);
        }
        Rehearsal::new(self.world, self.reads, self.panel, self.columns, self.outcomes)
    }

    fn rehearse(&mut self, rows: usize) {
        let plan = Arc::clone(&self.world.plan);
        let context = Context::new(&plan, &[]);
        let start = self.outcomes.len();
        let end = start.saturating_add(rows).min(self.world.roster.table().len());
        let mut earlier = Vec::new();
        for row in start..end {
            let person = self.world.person(row);
            let meeting = self.world.meet(row, &person);
            let simulation = self.world.simulation(&person, &meeting);
            let first = &meeting.first;
            let existing = first.existing();
            if let Some(place) = existing {
                self.world.keep(place, row);
            }
            push_values(&plan, &self.reads, &first.source, &mut self.columns);
            let action = Action::of(first, &simulation);
            let small = |number: usize| u16::try_from(number).unwrap_or(u16::MAX);
            let mut outcome = Outcome {
                action,
                scope: simulation.scope.as_ref().map_or(Scope::In, Scope::of),
                inactive: first.inactive,
                matched_by: match first.matched {
                    Match::One { mapping, .. } => Some(small(mapping)),
                    _ => None,
                },
                existing: existing.and_then(|place| u32::try_from(place).ok()),
                requests: small(simulation.requests.len()),
                problems: 0,
            };
            let judged = Judged {
                row,
                person: &first.source,
                columns: &self.columns,
                reads: &self.reads.0,
                facts: self.facts(&person, first, &simulation, &outcome),
                is_provisioned: outcome.is_provisioned(),
            };
            outcome.problems = self.panel.judge(&context, &judged, &mut earlier);
            self.outcomes.push(outcome);
            for (row, bit) in earlier.drain(..) {
                if let Some(outcome) = self.outcomes.get_mut(row as usize) {
                    outcome.problems |= bit;
                }
            }
        }
    }

    fn facts(&self, person: &Person, first: &FirstCycle, simulation: &Simulation, outcome: &Outcome) -> Rehearsed {
        let matching =
            self.world.plan.object_mapping(ObjectKind::User).map(|users| users.matching()).unwrap_or_default();
        let unknown = |mapping: usize| {
            self.reads.0.get(mapping).is_some_and(|reads| reads.iter().any(|name| person.is_unknown(name)))
        };
        let is_known = matching.iter().all(|(mapping, _)| !unknown(*mapping));
        let provisioned = outcome.is_provisioned();
        Rehearsed {
            matches: match first.matched {
                Match::One { .. } => 1,
                Match::Several { count, .. } if outcome.scope.is_in() => count,
                _ => 0,
            },
            has_matching_value: first.matched != Match::NoValue || !is_known || !provisioned,
            fails: fails(first, simulation),
            loses_access: matches!(outcome.action, Action::Disable | Action::Delete),
            manager: if provisioned { manager(&self.world.plan, person, simulation) } else { Manager::None },
        }
    }
}

/// What becomes of the reference to the manager.
fn manager(plan: &Plan, person: &Person, simulation: &Simulation) -> Manager {
    let sends = simulation.requests.iter().any(|request| request.step == Step::Manager);
    let is_left_out = |one: &Resolved| matches!(one.flow, Flow::DidNotFlow(Reason::ManagerNotProvisioned(_)));
    match person.manager.as_deref() {
        Some(manager) if simulation.resolved.iter().any(is_left_out) => {
            if scope_verdict(plan, ObjectKind::User, manager) == Verdict::False {
                Manager::OutOfScope
            } else {
                Manager::NotActive
            }
        }
        None if sends && person.get("manager").is_some() => Manager::NotInFile,
        _ if sends => Manager::Resolves,
        _ => Manager::None,
    }
}
