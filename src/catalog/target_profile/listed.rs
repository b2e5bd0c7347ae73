//! The target attributes that a plan can choose from.

use std::collections::BTreeSet;

use super::{described, profile_of};
use crate::catalog::target_attribute::ROLES;
use crate::catalog::{Offered, target_attributes};
use crate::plan::{AttributePath, DescribedAttribute, ObjectKind, Plan};

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The path.
    pub path: String,
    /// The heading.
    pub group: &'static str,
    /// What it contains; empty where only the name is known.
    pub description: String,
    /// The field that the application fills from it; empty if none is known.
    pub field: &'static str,
    /// Whether the portal offers it without further work.
    pub offered: bool,
}

const DESCRIBED: &str = "Described by the application";
/// The group of the attributes that the plan adds.
pub const CUSTOM: &str = "Custom";

/// The target attributes of a kind in the order of the board: those that the application's documentation names, those of
/// Entra's template, those that the application describes, and those that the plan adds.
pub fn listed_targets(plan: &Plan, kind: ObjectKind) -> Vec<Listed> {
    let list = &profile_of(plan).attributes;
    let mut listed: Vec<Listed> = Vec::new();
    let template = |path: &str| target_attributes(kind).iter().find(|one| one.path == path);
    for own in list.own.iter().filter(|one| one.kind == kind) {
        listed.push(Listed {
            path: own.path.to_owned(),
            group: own.group,
            description: own.description.to_owned(),
            field: own.fills.map_or("", |field| field.name),
            offered: template(own.path).is_some_and(|one| one.offered == Offered::Listed),
        });
    }
    if list.template {
        for one in target_attributes(kind) {
            if listed.iter().any(|known| known.path == one.path) {
                continue;
            }
            listed.push(Listed {
                path: one.path.to_owned(),
                group: list.unread.filter(|_| one.group != ROLES).unwrap_or(one.group),
                description: one.description.to_owned(),
                field: "",
                offered: one.offered == Offered::Listed,
            });
        }
    }
    let mut known: BTreeSet<String> = listed.iter().map(|one| path_key(&one.path)).collect();
    let described: Vec<&DescribedAttribute> = described(plan).iter().filter(|one| one.kind == kind).collect();
    let paths = || described.iter().filter_map(|one| Some((*one, AttributePath::parse(&one.name).ok()?)));
    let whole = |path: &AttributePath<'_>| AttributePath { sub_attribute: None, filter: None, ..path.clone() }.key();
    let with_parts: BTreeSet<String> =
        paths().filter(|(_, path)| path.sub_attribute.is_some()).map(|(_, path)| whole(&path)).collect();
    let with_elements: BTreeSet<String> = paths()
        .filter(|(one, path)| one.multi_valued && path.sub_attribute.is_none())
        .map(|(_, path)| whole(&path))
        .collect();
    for (one, path) in paths() {
        // A complex attribute is mapped by its sub-attributes, and one with elements by a filter.
        let is_mapped = if path.sub_attribute.is_some() {
            path.filter.is_some() || !with_elements.contains(&whole(&path))
        } else {
            !with_parts.contains(&whole(&path))
        };
        if is_mapped && known.insert(path.key()) {
            listed.push(more(&one.name, DESCRIBED, one.summary()));
        }
    }
    for one in &plan.attribute_definitions.target {
        if known.insert(path_key(&one.name)) {
            listed.push(more(&one.name, CUSTOM, one.attribute_type.name().to_owned()));
        }
    }
    listed
}

fn path_key(path: &str) -> String {
    AttributePath::parse(path).map_or_else(|_| path.to_owned(), |path| path.key())
}

fn more(path: &str, group: &'static str, description: String) -> Listed {
    Listed { path: path.to_owned(), group, description, field: "", offered: true }
}
