//! What a run has gathered: the values, the outcomes, and what the rules have seen.

use std::sync::Arc;

use super::classes::Classes;
use super::judges::Panel;
use super::outcomes::Outcome;
use super::values::ValueColumn;
use crate::lint::Context;
use crate::plan::{AttributeMapping, ObjectKind, Plan};

/// Everything that grows with the rows.
#[derive(Clone, Debug)]
pub(super) struct Gathered {
    pub(super) columns: Vec<Arc<ValueColumn>>,
    /// Whether a column is complete, because an earlier run filled it.
    pub(super) reused: Vec<bool>,
    pub(super) outcomes: Vec<Outcome>,
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
        let mappings = plan.object_mapping(ObjectKind::User).map_or(0, |users| users.attribute_mappings.len());
        Self {
            columns: (0..mappings).map(|_| Arc::default()).collect(),
            reused: vec![false; mappings],
            outcomes: Vec::new(),
            panel: Panel::of(&Context::new(plan, &[])),
            classes: Classes::default(),
            excess: vec![0; mappings],
        }
    }

    /// The same with the columns of an earlier run, for every mapping that is unchanged.
    pub(super) fn again(plan: &Plan, before: &Plan, columns: &[Arc<ValueColumn>]) -> Self {
        let mut gathered = Self::new(plan);
        if !reads_the_same(plan, before) {
            return gathered;
        }
        let lines =
            |plan: &'_ Plan| plan.object_mapping(ObjectKind::User).map(|users| users.attribute_mappings.clone());
        let (lines, before) = (lines(plan).unwrap_or_default(), lines(before).unwrap_or_default());
        for (at, line) in lines.iter().enumerate() {
            let same =
                before.iter().position(|other| yields_the_same(other, line)).and_then(|place| columns.get(place));
            if let (Some(same), Some(column), Some(reused)) =
                (same, gathered.columns.get_mut(at), gathered.reused.get_mut(at))
            {
                (*column, *reused) = (Arc::clone(same), true);
            }
        }
        gathered
    }

    /// A mapping whose evaluations take too long.
    pub(super) fn too_slow(&self) -> Option<usize> {
        self.excess.iter().position(|steps| *steps > MOST)
    }
}

/// Counts what an evaluation took beyond the usual.
pub(super) fn count_excess(excess: &mut usize, taken: usize) {
    *excess += taken.saturating_sub(USUAL);
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
