//! What the mappings of users read.

use std::collections::BTreeSet;

use crate::expression::read;
use crate::plan::{MappingSource, ObjectKind, Plan};

/// The source attributes that each mapping of users reads.
#[derive(Clone, Debug)]
pub(super) struct Reads(pub(super) Vec<Vec<String>>);

impl Reads {
    pub(super) fn of(plan: &Plan) -> Self {
        let lines = plan.object_mapping(ObjectKind::User).map(|users| users.attribute_mappings.as_slice());
        let reads = |source: &MappingSource| match source {
            MappingSource::Direct { attribute } => vec![attribute.clone()],
            MappingSource::Expression { expression } => read(expression).reads().to_vec(),
            MappingSource::Constant { .. } | MappingSource::None => Vec::new(),
        };
        Self(lines.unwrap_or_default().iter().map(|line| reads(&line.source)).collect())
    }

    pub(super) fn of_mapping(&self, mapping: usize) -> &[String] {
        self.0.get(mapping).map_or(&[], Vec::as_slice)
    }

    /// The attributes that the scope reads, each once.
    pub(super) fn of_scope(plan: &Plan) -> Vec<String> {
        let filters = plan.object_mapping(ObjectKind::User).map(|users| users.scoping_filters.as_slice());
        let clauses = filters.unwrap_or_default().iter().flat_map(|filter| &filter.clauses);
        let names: BTreeSet<&String> = clauses.map(|clause| &clause.attribute).collect();
        names.into_iter().filter(|name| !name.is_empty()).cloned().collect()
    }

    /// Everything that the plan reads of people, each once: for the mappings and for the scope.
    pub(super) fn everything(&self, plan: &Plan) -> Vec<String> {
        let scope = Self::of_scope(plan);
        let mut seen = BTreeSet::new();
        self.0.iter().flatten().chain(&scope).filter(|name| !name.is_empty() && seen.insert(*name)).cloned().collect()
    }
}
