//! The content of the two columns: the attributes in use, and on request the unused ones.

use std::collections::HashSet;

use super::geometry::Column;
use crate::{
    catalog::{Availability, Listed, source_attributes},
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

/// The attributes that the mappings of a kind use, each once, in the order of the mappings.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Used {
    sources: Vec<String>,
    targets: Vec<String>,
}

impl Used {
    /// What the mappings of a plan use.
    pub(super) fn of(plan: &Plan, kind: ObjectKind) -> Self {
        let mappings = plan.object_mapping(kind).map_or(&[][..], |object| &object.attribute_mappings);
        let targets = mappings.iter().map(|mapping| mapping.target_attribute.clone());
        Self { sources: each_once(mappings.iter().flat_map(sources_of)), targets: each_once(targets) }
    }
}

fn each_once(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut known = HashSet::new();
    names.filter(|name| known.insert(name.clone())).collect()
}

fn set(names: &[String]) -> HashSet<&str> {
    names.iter().map(String::as_str).collect()
}

/// The left column.
pub(super) fn sources(used: &Used, kind: ObjectKind, filter: &str, unused: bool) -> Column {
    let in_use = set(&used.sources);
    let mut column = Column::new();
    for attribute in source_attributes(kind) {
        let shown = in_use.contains(attribute.name) || (unused && attribute.availability != Availability::NotAvailable);
        if shown && matches(filter, &[attribute.name, attribute.description]) {
            put(&mut column, attribute.group, attribute.name);
        }
    }
    let listed: HashSet<&str> = source_attributes(kind).iter().map(|attribute| attribute.name).collect();
    for name in &used.sources {
        if !listed.contains(name.as_str()) && matches(filter, &[name]) {
            put(&mut column, OTHER, name);
        }
    }
    column
}

/// The right column, from the listed target attributes.
pub(super) fn targets(used: &Used, listed: &[Listed], filter: &str, unused: bool) -> Column {
    let in_use = set(&used.targets);
    let mut column = Column::new();
    for attribute in listed {
        let path = attribute.path.as_str();
        let shown = in_use.contains(path) || (unused && attribute.offered && path != "id");
        if shown && matches(filter, &[path, attribute.field, &attribute.description]) {
            put(&mut column, attribute.group, path);
        }
    }
    let known: HashSet<&str> = listed.iter().map(|attribute| attribute.path.as_str()).collect();
    for path in &used.targets {
        if !known.contains(path.as_str()) && matches(filter, &[path]) {
            put(&mut column, OTHER, path);
        }
    }
    column
}

/// The number of attributes that "Show unused" adds.
pub(super) fn unused_count(used: &Used, kind: ObjectKind, listed: &[Listed]) -> usize {
    let count = |column: Column| column.iter().map(|(_, names)| names.len()).sum::<usize>();
    let more = count(sources(used, kind, "", true)) + count(targets(used, listed, "", true));
    more.saturating_sub(count(sources(used, kind, "", false)) + count(targets(used, listed, "", false)))
}
