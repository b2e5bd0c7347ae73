//! What a run has gathered: the values, the outcomes, and what the rules have found.

use std::sync::Arc;

use super::classes::Classes;
use super::decided::{self, Decided};
use super::judges::Panel;
use super::outcomes::Outcome;
use super::standing::Standing;
use super::tally::Tally;
use super::values::ValueColumn;
use crate::expression::USUAL_STEPS;
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
    /// What another worker decided about rows that have no outcome yet.
    decided: Decided,
    /// Whether there is room for the texts of all rows.
    has_room: bool,
    /// Steps beyond the usual ones that each mapping has taken.
    pub(super) excess: Vec<usize>,
}

/// Rows that show how long the texts are.
const SAMPLE: usize = 4_096;
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
            decided: Decided::default(),
            has_room: false,
            excess: vec![0; mappings],
        }
    }

    /// Makes room for so many rows.
    pub(super) fn reserve(&mut self, rows: usize) {
        self.outcomes.reserve_exact(rows.saturating_sub(self.outcomes.len()));
        self.panel.reserve(rows);
        if self.standings.is_empty() {
            Arc::make_mut(&mut self.standings).reserve_exact(rows);
        }
        for (column, _) in self.columns.iter_mut().zip(&self.reused).filter(|(_, reused)| !**reused) {
            Arc::make_mut(column).reserve(rows);
        }
    }

    /// Makes room for the texts of so many rows, once there are enough to see how long they are.
    pub(super) fn reserve_texts(&mut self, rows: usize) {
        if self.has_room || self.outcomes.len() < SAMPLE {
            return;
        }
        self.has_room = true;
        for (column, _) in self.columns.iter_mut().zip(&self.reused).filter(|(_, reused)| !**reused) {
            Arc::make_mut(column).reserve_texts(rows);
        }
    }

    /// Where a row stands. A row without a standing needs a whole person.
    pub(super) fn standing(&self, row: usize) -> Standing {
        self.standings.get(row).copied().unwrap_or_default()
    }

    /// Takes what another worker decided.
    pub(super) fn take(&mut self, bytes: &[u8]) {
        let new = decided::read(bytes).filter(|(row, _)| *row as usize >= self.outcomes.len());
        self.decided.extend(new);
    }

    /// What another worker decided about a row.
    pub(super) fn decided(&mut self, row: usize) -> Option<Outcome> {
        u32::try_from(row).ok().and_then(|row| self.decided.remove(&row))
    }

    /// Adds the outcome of the next rows.
    pub(super) fn add(&mut self, outcome: Outcome, rows: usize) {
        self.tally.add(&outcome, rows);
        self.outcomes.extend(std::iter::repeat_n(outcome, rows));
    }

    /// Counts the states of these rows, in every column that is new.
    pub(super) fn count_states(&mut self, rows: &[u32]) {
        for ((column, reused), states) in self.columns.iter().zip(&self.reused).zip(&mut self.states) {
            if !reused {
                column.count_states(rows, states);
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
    *excess += taken.saturating_sub(USUAL_STEPS);
}

/// Whether so many steps beyond the usual ones are too many.
pub(super) const fn is_too_slow(excess: usize) -> bool {
    excess > MOST
}

/// The mappings of users.
pub(super) fn lines(plan: &Plan) -> &[AttributeMapping] {
    plan.object_mapping(ObjectKind::User).map(|users| users.attribute_mappings.as_slice()).unwrap_or_default()
}
