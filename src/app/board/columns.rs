//! The content of the two columns: the attributes in use, and on request the unused ones.

use super::geometry::Column;
use crate::{
    catalog::{Availability, Offered, source_attributes, target_attributes},
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
    let mut used: Vec<String> = Vec::new();
    for mapping in plan.object_mapping(kind).into_iter().flat_map(|object| &object.attribute_mappings) {
        used.extend(sources_of(mapping));
    }
    let mut column = Column::new();
    for attribute in source_attributes(kind) {
        let is_used = used.iter().any(|name| name == attribute.name);
        let shown = is_used || (unused && attribute.availability != Availability::NotAvailable);
        if shown && matches(filter, &[attribute.name, attribute.description]) {
            put(&mut column, attribute.group, attribute.name);
        }
    }
    let mut others: Vec<&String> = used
        .iter()
        .filter(|name| source_attributes(kind).iter().all(|attribute| attribute.name != name.as_str()))
        .collect();
    others.dedup();
    for name in others {
        if matches(filter, &[name]) {
            put(&mut column, OTHER, name);
        }
    }
    column
}

/// The right column.
pub(super) fn targets(plan: &Plan, kind: ObjectKind, filter: &str, unused: bool) -> Column {
    let mappings = plan.object_mapping(kind).map_or(&[][..], |object| &object.attribute_mappings);
    let is_used = |path: &str| mappings.iter().any(|mapping| mapping.target_attribute == path);
    let mut column = Column::new();
    for attribute in target_attributes(kind) {
        let shown =
            is_used(attribute.path) || (unused && attribute.offered == Offered::Listed && attribute.path != "id");
        let field = attribute.staffbase.map_or("", |field| field.name);
        if shown && matches(filter, &[attribute.path, field, attribute.description]) {
            put(&mut column, attribute.group, attribute.path);
        }
    }
    for mapping in mappings {
        let path = mapping.target_attribute.as_str();
        let listed = target_attributes(kind).iter().any(|attribute| attribute.path == path)
            || column.iter().any(|(_, names)| names.iter().any(|name| name == path));
        if !listed && matches(filter, &[path]) {
            put(&mut column, OTHER, path);
        }
    }
    column
}

/// The number of attributes that "Show unused" adds.
pub(super) fn unused_count(plan: &Plan, kind: ObjectKind) -> usize {
    let count = |column: Column| column.iter().map(|(_, names)| names.len()).sum::<usize>();
    count(sources(plan, kind, "", true)) + count(targets(plan, kind, "", true))
        - count(sources(plan, kind, "", false))
        - count(targets(plan, kind, "", false))
}
