//! What rules look at: the plan, the people at hand, and every expression parsed once.

use std::collections::BTreeMap;

use crate::directory::Person;
use crate::expression::{Parsed, parse};
use crate::plan::{AttributeMapping, AttributePath, MappingSource, ObjectKind, Plan};

/// The plan with what is derived from it for all rules.
pub struct Context<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The people at hand; rules that need people are silent without any.
    pub people: &'a [Person],
    expressions: BTreeMap<(ObjectKind, usize), Parsed>,
}

impl<'a> Context<'a> {
    /// Parses every expression of the plan.
    pub fn new(plan: &'a Plan, people: &'a [Person]) -> Self {
        let mut expressions = BTreeMap::new();
        for object in &plan.object_mappings {
            for (index, mapping) in object.attribute_mappings.iter().enumerate() {
                if let MappingSource::Expression { expression } = &mapping.source {
                    expressions.insert((object.kind, index), parse(expression));
                }
            }
        }
        Self { plan, people, expressions }
    }

    /// The parsed expression of a mapping that has one.
    pub fn expression(&self, kind: ObjectKind, mapping: usize) -> Option<&Parsed> {
        self.expressions.get(&(kind, mapping))
    }

    /// Every attribute mapping of both kinds with its place.
    pub fn mappings(&self) -> impl Iterator<Item = (ObjectKind, usize, &'a AttributeMapping)> {
        self.plan.object_mappings.iter().flat_map(|object| {
            object.attribute_mappings.iter().enumerate().map(|(index, mapping)| (object.kind, index, mapping))
        })
    }

    /// The user mappings, which the rules about externalId, active, locale and userName look at.
    pub fn user_mappings(&self) -> impl Iterator<Item = (usize, &'a AttributeMapping)> {
        self.mappings().filter(|(kind, _, _)| *kind == ObjectKind::User).map(|(_, index, mapping)| (index, mapping))
    }

    /// The user mappings to a target attribute, however it is spelled.
    pub fn user_mappings_to(&self, target: &str) -> Vec<(usize, &'a AttributeMapping)> {
        let Ok(wanted) = AttributePath::parse(target) else { return Vec::new() };
        self.user_mappings()
            .filter(|(_, mapping)| {
                AttributePath::parse(&mapping.target_attribute).is_ok_and(|path| path.same_as(&wanted))
            })
            .collect()
    }

    /// Whether the plan maps users at all; without it the rules about users have nothing to say.
    pub fn maps_users(&self) -> bool {
        self.plan.object_mapping(ObjectKind::User).is_some()
    }
}
