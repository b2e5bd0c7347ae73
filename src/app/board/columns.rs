//! The content of the two columns: the attributes in use, and on request the unused ones.

use std::collections::HashSet;

use super::geometry::Column;
use crate::{
    catalog::{Availability, listed_targets, source_attributes},
    expression::read,
    plan::{AttributeMapping, MappingSource, ObjectKind, Plan},
};

/// The group of names that are not in any list.
const OTHER: &str = "Others";

/// The source attributes that a mapping reads.
pub(super) fn sources_of(mapping: &AttributeMapping) -> Vec<String> {
    match &mapping.source {
        MappingSource::Direct { attribute } if !attribute.is_empty() => vec![attribute.clone()],
        MappingSource::Expression { expression } => {
            let mut names: Vec<String> = Vec::new();
            for name in read(expression).reads() {
                if !names.contains(name) {
                    names.push(name.clone());
                }
            }
            names
        }
        _ => Vec::new(),
    }
}

fn matches(filter: &str, texts: &[&str]) -> bool {
    filter.is_empty() || texts.iter().any(|text| text.to_lowercase().contains(&filter.to_lowercase()))
}

fn put(column: &mut Column, group: &'static str, name: &str) {
    match column.iter_mut().find(|(one, _)| *one == group) {
        Some((_, names)) => names.push(name.to_owned()),
        None => column.push((group, vec![name.to_owned()])),
    }
}

/// The left column.
pub(super) fn sources(plan: &Plan, kind: ObjectKind, filter: &str, unused: bool) -> Column {
    let (in_order, used) = used_sources(plan, kind);
    let mut column = Column::new();
    for attribute in source_attributes(kind) {
        let shown = used.contains(attribute.name) || (unused && attribute.availability != Availability::NotAvailable);
        if shown && matches(filter, &[attribute.name, attribute.description]) {
            put(&mut column, attribute.group, attribute.name);
        }
    }
    for name in in_order {
        let is_listed = source_attributes(kind).iter().any(|attribute| attribute.name == name);
        if !is_listed && matches(filter, &[&name]) {
            put(&mut column, OTHER, &name);
        }
    }
    column
}

/// The source attributes in use, each once: in the order of the mappings, and as a set.
fn used_sources(plan: &Plan, kind: ObjectKind) -> (Vec<String>, HashSet<String>) {
    let mut used = HashSet::new();
    let mappings = plan.object_mapping(kind).into_iter().flat_map(|object| &object.attribute_mappings);
    let in_order = mappings.flat_map(sources_of).filter(|name| used.insert(name.clone())).collect();
    (in_order, used)
}

/// The target attributes in use.
fn used_targets(plan: &Plan, kind: ObjectKind) -> HashSet<&str> {
    let mappings = plan.object_mapping(kind).map_or(&[][..], |object| &object.attribute_mappings);
    mappings.iter().map(|mapping| mapping.target_attribute.as_str()).collect()
}

/// The right column.
pub(super) fn targets(plan: &Plan, kind: ObjectKind, filter: &str, unused: bool) -> Column {
    let mappings = plan.object_mapping(kind).map_or(&[][..], |object| &object.attribute_mappings);
    let used = used_targets(plan, kind);
    let mut column = Column::new();
    let listed = listed_targets(plan, kind);
    for attribute in &listed {
        let path = attribute.path.as_str();
        let shown = used.contains(path) || (unused && attribute.offered && path != "id");
        if shown && matches(filter, &[path, attribute.field, &attribute.description]) {
            put(&mut column, attribute.group, path);
        }
    }
    let mut known: HashSet<&str> = listed.iter().map(|attribute| attribute.path.as_str()).collect();
    for mapping in mappings {
        let path = mapping.target_attribute.as_str();
        if known.insert(path) && matches(filter, &[path]) {
            put(&mut column, OTHER, path);
        }
    }
    column
}

/// The number of attributes that "Show unused" adds.
pub(super) fn unused_count(plan: &Plan, kind: ObjectKind) -> usize {
    let count = |column: Column| column.iter().map(|(_, names)| names.len()).sum::<usize>();
    let more = count(sources(plan, kind, "", true)) + count(targets(plan, kind, "", true));
    more.saturating_sub(count(sources(plan, kind, "", false)) + count(targets(plan, kind, "", false)))
}
