//! What an edited plan takes from the rehearsal before the edit: the values and the findings of every mapping that is
//! unchanged.

use std::sync::Arc;

use super::gathered::{Gathered, lines};
use super::result::Rehearsal;
use super::standing::sends_manager;
use crate::expression::functions::DependsOn;
use crate::expression::read;
use crate::plan::{AttributeMapping, MappingSource, ObjectKind, Plan};

impl Gathered {
    /// What a complete earlier run gathered, for every mapping that is unchanged. A mapping that reads the time has the values
    /// of its time alone.
    pub(super) fn again(plan: &Plan, before: &Rehearsal, seen_at: Option<i64>) -> Self {
        let mut gathered = Self::new(plan);
        if !reads_the_same(plan, before.plan()) {
            return gathered;
        }
        if sends_manager(plan) == sends_manager(before.plan()) {
            gathered.standings = Arc::clone(&before.standings);
        }
        let is_judged_alike = is_the_same_but_for_the_lines(plan, before.plan());
        let earlier = lines(before.plan());
        let is_same_time = seen_at == before.world.seen_at;
        for (at, line) in lines(plan).iter().enumerate().filter(|(_, line)| is_same_time || !reads_the_time(line)) {
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
}

/// Whether a value depends on the time at which Entra looks at the person.
fn reads_the_time(line: &AttributeMapping) -> bool {
    match &line.source {
        MappingSource::Expression { expression } => {
            read(expression).functions().iter().any(|function| function.depends_on == DependsOn::Time)
        }
        MappingSource::Direct { .. } | MappingSource::Constant { .. } | MappingSource::None => false,
    }
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
