//! The attributes that an object mapping reads and writes. The directories must define them.

use crate::expression::read;
use crate::plan::{AttributeMapping, AttributeSide, MappingSource, ObjectMapping};

/// The source attributes that a mapping reads.
pub(super) fn reads(mapping: &AttributeMapping) -> Vec<String> {
    match &mapping.source {
        MappingSource::Direct { attribute } => vec![attribute.clone()],
        MappingSource::Expression { expression } => read(expression).reads().to_vec(),
        MappingSource::Constant { .. } | MappingSource::None => Vec::new(),
    }
}

/// The names of one side that an object mapping needs, without repetition, in the order of the rows.
pub fn needed(mapping: &ObjectMapping, side: AttributeSide) -> Vec<String> {
    let mut names = Vec::new();
    let scoped =
        mapping.scoping_filters.iter().flat_map(|filter| &filter.clauses).map(|clause| clause.attribute.clone());
    let listed: Vec<String> = match side {
        AttributeSide::Source => mapping.attribute_mappings.iter().flat_map(reads).chain(scoped).collect(),
        AttributeSide::Target => mapping.attribute_mappings.iter().map(|one| one.target_attribute.clone()).collect(),
    };
    for name in listed {
        if !name.trim().is_empty() && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}
