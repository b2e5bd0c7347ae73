//! What an edit changed. After an edit, rules that look at one mapping at a time look only at the changed mappings.

use super::Diagnostic;
use crate::directory::Person;
use crate::plan::{AttributeMapping, ObjectKind, ObjectMapping, Plan};

/// A mapping by its place.
pub(super) type MappingPlace = (ObjectKind, usize);

/// What the rules found, by how far they look.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    /// Rules about one mapping, problems of its expression included.
    pub(super) in_mappings: Vec<Diagnostic>,
    /// Rules about clauses and settings.
    pub(super) in_settings: Vec<Diagnostic>,
}

/// The last check: its input, and its findings that need not be looked for again.
#[derive(Debug)]
pub(super) struct Last {
    plan: Plan,
    people: Vec<Person>,
    pub(super) found: Found,
}

impl Last {
    pub(super) fn new(plan: &Plan, people: &[Person], found: Found) -> Self {
        Self { plan: plan.clone(), people: people.to_vec(), found }
    }

    /// The mappings that differ in the new plan. Nothing if anything else differs, or the number of mappings.
    pub(super) fn changed(&self, plan: &Plan, people: &[Person]) -> Option<Vec<MappingPlace>> {
        if !same_but_mappings(&self.plan, plan) || self.people != people {
            return None;
        }
        let mut changed = Vec::new();
        for (before, after) in self.plan.object_mappings.iter().zip(&plan.object_mappings) {
            let pairs = before.attribute_mappings.iter().zip(&after.attribute_mappings);
            let differing = pairs.enumerate().filter(|(_, (before, after))| before != after);
            changed.extend(differing.map(|(index, _)| (after.kind, index)));
        }
        Some(changed)
    }

    /// Copies the mappings that changed.
    pub(super) fn follow(&mut self, plan: &Plan, changed: &[MappingPlace]) {
        for (kind, index) in changed {
            let known = self.plan.object_mappings.iter_mut().find(|object| object.kind == *kind);
            let known = known.and_then(|object| object.attribute_mappings.get_mut(*index));
            if let (Some(known), Some(new)) = (known, plan.attribute_mapping(*kind, *index)) {
                AttributeMapping::clone_from(known, new);
            }
        }
    }
}

fn same_but_mappings(before: &Plan, after: &Plan) -> bool {
    // A new field of the plan does not compile until it is compared here.
    let Plan {
        name,
        title_block: _,
        target_profile,
        connection,
        provision,
        accidental_deletions_threshold,
        sso_identifier,
        default_domain,
        object_mappings,
        attribute_definitions,
        target_attributes,
        locales,
        people,
        suppressions,
        checklist: _,
        workshop: _,
        unknown: _,
    } = before;
    *name == after.name
        && *target_profile == after.target_profile
        && *connection == after.connection
        && *provision == after.provision
        && *accidental_deletions_threshold == after.accidental_deletions_threshold
        && *sso_identifier == after.sso_identifier
        && *default_domain == after.default_domain
        && *attribute_definitions == after.attribute_definitions
        && *target_attributes == after.target_attributes
        && *locales == after.locales
        && *people == after.people
        && *suppressions == after.suppressions
        && object_mappings.len() == after.object_mappings.len()
        && object_mappings.iter().zip(&after.object_mappings).all(|(before, after)| same_object(before, after))
}

fn same_object(before: &ObjectMapping, after: &ObjectMapping) -> bool {
    let ObjectMapping { kind, enabled, actions, scoping_filters, attribute_mappings, graph, unknown: _ } = before;
    *kind == after.kind
        && *enabled == after.enabled
        && *actions == after.actions
        && *scoping_filters == after.scoping_filters
        && *graph == after.graph
        && attribute_mappings.len() == after.attribute_mappings.len()
}
