//! What a run has gathered: the values, the outcomes, and what the rules have found.

use std::sync::Arc;

use super::classes::Classes;
use super::judges::Panel;
use super::outcomes::Outcome;
use super::result::Rehearsal;
use super::standing::{Standing, sends_manager};
use super::tally::Tally;
use super::values::{State, ValueColumn};
use crate::lint::Context;
use crate::plan::{AttributeMapping, ObjectKind, Plan};

/// Everything that grows with the rows.
#[derive(Clone, Debug)]
pub(super) struct Gathered {
    pub(super) columns: Vec<Arc<ValueColumn>>,
    /// Whether a column is complete, because an earlier run filled it.
    pub(super) reused: Vec<bool>,
    /// For each column, how many of the people whom the first cycle provisions are in each state, in the order of
    /// [`State::ALL`].
    pub(super) states: Vec<[usize; 5]>,
    pub(super) standings: Arc<Vec<Standing>>,
    pub(super) outcomes: Vec<Outcome>,
    pub(super) tally: Tally,
    pub(super) panel: Panel,
    pub(super) classes: Classes,
    /// Steps beyond the usual ones that each mapping has taken.
    pub(super) excess: Vec<usize>,
}

/// Steps that an evaluation may take without being counted. Usual expressions take fewer than 100.
const USUAL: usize = 1_000;
/// Steps beyond the usual ones that each mapping may take, all people together: less than a second.
const MOST: usize = 15_000_000;

impl Gathered {
    pub(super) fn new(plan: &Plan) -> Self {
        let mappings = lines(plan).len();
        Self {
            columns: (0..mappings).map(|_| Arc::default()).collect(),
            reused: vec![false; mappings],
            states: vec![[0; 5]; mappings],
            standings: Arc::default(),
            outcomes: Vec::new(),
            tally: Tally::default(),
            panel: Panel::of(&Context::new(plan, &[])),
            classes: Classes::default(),
            excess: vec![0; mappings],
        }
    }

    /// The same with what a complete earlier run gathered, for every mapping that is unchanged.
    pub(super) fn again(plan: &Plan, before: &Rehearsal) -> Self {
        let mut gathered = Self::new(plan);
        if !reads_the_same(plan, before.plan()) {
            return gathered;
        }
        if sends_manager(plan) == sends_manager(before.plan()) {
            gathered.standings = Arc::clone(&before.standings);
        }
        let is_judged_alike = is_the_same_but_for_the_lines(plan, before.plan());
        let earlier = lines(before.plan());
        for (at, line) in lines(plan).iter().enumerate() {
            let Some(place) = earlier.iter().position(|other| yields_the_same(other, line)) else { continue };
            gathered.reuse(at, place, before);
            let same = earlier.iter().position(|other| other == line);
            if let Some(same) = same.filter(|_| is_judged_alike) {
                gathered.know(at, same, before);
            }
        }
        gathered
    }

    /// Takes a column of an earlier run.
    fn reuse(&mut self, at: usize, place: usize, before: &Rehearsal) {
        if let (Some(column), Some(known)) = (self.columns.get_mut(at), before.columns.get(place))
            && let (Some(states), Some(counted)) = (self.states.get_mut(at), before.states.get(place))
            && let Some(reused) = self.reused.get_mut(at)
        {
            (*column, *states, *reused) = (Arc::clone(known), *counted, true);
        }
    }

    /// Takes what the rules found of a mapping in an earlier run.
    fn know(&mut self, at: usize, place: usize, before: &Rehearsal) {
        for judge in &mut self.panel.0 {
            for about in judge.about.iter_mut().filter(|about| about.mapping == at) {
                if let Some(found) = before.panel.found(judge.rule, place) {
                    (about.found, about.is_known) = (Arc::clone(found), true);
                }
            }
        }
    }

    /// Makes room for so many rows.
    pub(super) fn reserve(&mut self, rows: usize) {
        self.outcomes.reserve_exact(rows.saturating_sub(self.outcomes.len()));
        if self.standings.is_empty() {
            Arc::make_mut(&mut self.standings).reserve_exact(rows);
        }
        for (column, _) in self.columns.iter_mut().zip(&self.reused).filter(|(_, reused)| !**reused) {
            Arc::make_mut(column).reserve(rows);
        }
    }

    /// Where a row stands. A row without a standing needs a whole person.
    pub(super) fn standing(&self, row: usize) -> Standing {
        self.standings.get(row).copied().unwrap_or_default()
    }

    /// Adds the outcome of the next row.
    pub(super) fn add(&mut self, outcome: Outcome) {
        self.tally.add(&outcome);
        self.outcomes.push(outcome);
    }

    /// Counts the states of these rows, in every column that is new.
    pub(super) fn count_states(&mut self, rows: &[u32]) {
        for ((column, reused), states) in self.columns.iter().zip(&self.reused).zip(&mut self.states) {
            for row in rows.iter().filter(|_| !reused) {
                let state = column.state(*row as usize);
                let counted = State::ALL.iter().position(|one| *one == state).and_then(|at| states.get_mut(at));
                if let Some(count) = counted {
                    *count += 1;
                }
            }
        }
    }

    /// Everything, when every row has its outcome.
    pub(super) fn finished(mut self) -> Self {
        self.panel.set_known(&mut self.outcomes);
        self.panel.forget();
        self.columns.iter_mut().filter_map(Arc::get_mut).for_each(ValueColumn::forget);
        self
    }

    /// A mapping whose evaluations take too long.
    pub(super) fn too_slow(&self) -> Option<usize> {
        self.excess.iter().position(|steps| is_too_slow(*steps))
    }
}

/// Counts what an evaluation took beyond the usual.
pub(super) fn count_excess(excess: &mut usize, taken: usize) {
    *excess += taken.saturating_sub(USUAL);
}

/// Whether so many steps beyond the usual ones are too many.
pub(super) const fn is_too_slow(excess: usize) -> bool {
    excess > MOST
}

fn lines(plan: &Plan) -> &[AttributeMapping] {
    plan.object_mapping(ObjectKind::User).map(|users| users.attribute_mappings.as_slice()).unwrap_or_default()
}

/// Whether two mappings yield the same values.
fn yields_the_same(one: &AttributeMapping, other: &AttributeMapping) -> bool {
    one.source == other.source
        && one.default_value == other.default_value
        && one.target_attribute == other.target_attribute
}

/// Whether everything beside the mappings that values depend on is the same: what expressions take from the plan, the types
/// of the targets, and the scope, which decides who counts as soft-deleted.
fn reads_the_same(plan: &Plan, before: &Plan) -> bool {
    let scope = |plan: &'_ Plan| plan.object_mapping(ObjectKind::User).map(|users| users.scoping_filters.clone());
    plan.default_domain == before.default_domain
        && plan.provision == before.provision
        && plan.attribute_definitions == before.attribute_definitions
        && scope(plan) == scope(before)
}

/// Whether two plans differ at most in the mappings of users: rules look at one mapping and at the rest of the plan.
fn is_the_same_but_for_the_lines(plan: &Plan, before: &Plan) -> bool {
    let rest = |plan: &Plan| {
        let mut rest = Plan { name: String::new(), ..plan.clone() };
        for object in rest.object_mappings.iter_mut().filter(|object| object.kind == ObjectKind::User) {
            object.attribute_mappings.clear();
        }
        rest
    };
    rest(plan) == rest(before)
}
