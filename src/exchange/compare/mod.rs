//! Compares two plans, or a plan and the schema of a tenant: what is added, removed or changed, with the effect in words.
//!
//! [`compare`] compares what Microsoft Graph keeps: object mappings with every field of every attribute mapping, and
//! attribute definitions. [`compare_plans`] also says which other parts of a plan differ, such as the connection.

mod beside;
mod effect;
mod print;
mod since;
mod summary;

pub(in crate::exchange) use print::difference_blocks;
pub use print::{difference_markdown, difference_text};
pub use since::{ExportHistory, Exported, Line, Since};
pub use summary::summary;

pub use super::document::ShortNames;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::{Value, to_value};

use crate::plan::{AttributeDefinition, AttributeMapping, AttributeSide, ObjectKind, ObjectMapping, Plan};

/// What differs from the first plan to the second.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Difference {
    /// Object mappings that differ, users first.
    pub object_mappings: Vec<ObjectMappingDifference>,
    /// Attribute definitions that only one plan adds. A changed definition is in both lists.
    pub attribute_definitions: DefinitionDifference,
    /// What else differs, in words: the parts that Microsoft Graph does not keep. Only [`compare_plans`] fills it.
    pub also_changed: Vec<String>,
}

/// What differs in one object mapping.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ObjectMappingDifference {
    /// The name of the object mapping.
    pub name: String,
    /// The plan that contains it.
    pub side: Side,
    /// Target attributes that only the second plan maps.
    pub added: Vec<String>,
    /// Target attributes that only the first plan maps.
    pub removed: Vec<String>,
    /// Fields that differ.
    pub changed: Vec<Change>,
    /// The effects of the added and then of the removed attributes, for documents.
    #[serde(skip)]
    pub effects: Vec<String>,
}

/// The plan that contains an object mapping.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Both plans.
    Both,
    /// The first plan only.
    A,
    /// The second plan only.
    B,
}

/// One field that differs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Change {
    /// The target of the attribute mapping; nothing for a field of the object mapping.
    pub target: Option<String>,
    /// The field's name in the plan file.
    pub field: &'static str,
    /// The value in the first plan, as in the plan file.
    pub before: Value,
    /// The value in the second plan.
    pub after: Value,
    /// What the change means.
    pub effect: String,
}

/// Names of attribute definitions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct DefinitionDifference {
    /// Definitions that only the second plan adds.
    pub added: Vec<String>,
    /// Definitions that only the first plan adds.
    pub removed: Vec<String>,
}

impl Difference {
    /// The attributes of its rows, and those that are or were their sources.
    pub(in crate::exchange) fn names(&self) -> impl Iterator<Item = (AttributeSide, &str)> {
        self.object_mappings.iter().flat_map(|one| {
            let changed = one.changed.iter().filter_map(|change| change.target.as_ref());
            let targets = one.added.iter().chain(&one.removed).chain(changed);
            let values = one.changed.iter().flat_map(|change| [&change.before, &change.after]);
            let sources = values.filter_map(print::source_attribute).map(|name| (AttributeSide::Source, name));
            targets.map(|name| (AttributeSide::Target, name.as_str())).chain(sources)
        })
    }

    /// The short names of its attributes.
    pub fn short_names(&self) -> ShortNames {
        ShortNames::of_names(self.names())
    }

    /// Whether the two plans are equal here.
    pub fn is_empty(&self) -> bool {
        self == &Self::default()
    }

    /// Whether the mappings and the attribute definitions are equal.
    pub fn has_equal_mappings(&self) -> bool {
        self.object_mappings.is_empty() && self.attribute_definitions == DefinitionDifference::default()
    }

    /// What differs beside the mappings, as a sentence; that nothing differs, where the plans are equal.
    pub fn beside(&self) -> Option<String> {
        let also = (!self.also_changed.is_empty()).then(|| format!("Also changed: {}.", self.also_changed.join(", ")));
        match also {
            Some(also) if self.has_equal_mappings() => Some(format!("No difference in the mappings. {also}")),
            None if self.has_equal_mappings() => Some("No difference.".to_owned()),
            also => also,
        }
    }
}

/// Compares two plans with everything that they contain, except the order of the mappings.
pub fn compare_plans(a: &Plan, b: &Plan) -> Difference {
    Difference { also_changed: beside::changes(a, b), ..compare(a, b) }
}

/// Compares the mappings of two plans. A schema and a table contain nothing else.
pub fn compare(a: &Plan, b: &Plan) -> Difference {
    let mut difference = Difference::default();
    for kind in ObjectKind::ALL {
        let (here, there) = (a.object_mapping(kind), b.object_mapping(kind));
        let one = match (here, there) {
            (Some(here), Some(there)) => both(kind, here, there),
            (Some(here), None) => Some(single(kind, here, Side::A)),
            (None, Some(there)) => Some(single(kind, there, Side::B)),
            (None, None) => None,
        };
        difference.object_mappings.extend(one);
    }
    let (here, there) = (&a.attribute_definitions, &b.attribute_definitions);
    for (before, after) in [(&here.source, &there.source), (&here.target, &there.target)] {
        difference.attribute_definitions.added.extend(missing(after, before));
        difference.attribute_definitions.removed.extend(missing(before, after));
    }
    difference
}

/// The names of the definitions in `list` that `other` does not contain.
fn missing(list: &[AttributeDefinition], other: &[AttributeDefinition]) -> Vec<String> {
    list.iter().filter(|one| !other.contains(one)).map(|one| one.name.clone()).collect()
}

fn name(kind: ObjectKind, mapping: &ObjectMapping) -> String {
    let imported = mapping.graph.as_ref().map(|place| place.object_mapping.clone());
    imported.filter(|name| !name.is_empty()).unwrap_or_else(|| kind.portal_name().to_owned())
}

fn single(kind: ObjectKind, mapping: &ObjectMapping, side: Side) -> ObjectMappingDifference {
    let targets: Vec<String> = mapping.attribute_mappings.iter().map(|one| one.target_attribute.clone()).collect();
    let added = side == Side::B;
    let word = if added { effect::added } else { effect::removed };
    ObjectMappingDifference {
        name: name(kind, mapping),
        side,
        effects: mapping.attribute_mappings.iter().map(word).collect(),
        added: if added { targets.clone() } else { Vec::new() },
        removed: if added { Vec::new() } else { targets },
        changed: Vec::new(),
    }
}

fn both(kind: ObjectKind, here: &ObjectMapping, there: &ObjectMapping) -> Option<ObjectMappingDifference> {
    let mut difference = ObjectMappingDifference {
        name: name(kind, here),
        side: Side::Both,
        added: Vec::new(),
        removed: Vec::new(),
        changed: object_fields(kind, here, there),
        effects: Vec::new(),
    };
    let (before, after) = (keys(&here.attribute_mappings), keys(&there.attribute_mappings));
    let index: BTreeMap<_, _> = after.iter().zip(&there.attribute_mappings).collect();
    let known: BTreeSet<_> = before.iter().collect();
    for (_, one) in after.iter().zip(&there.attribute_mappings).filter(|(key, _)| !known.contains(key)) {
        difference.added.push(one.target_attribute.clone());
        difference.effects.push(effect::added(one));
    }
    for (key, one) in before.iter().zip(&here.attribute_mappings) {
        if let Some(other) = index.get(key) {
            difference.changed.extend(mapping_fields(kind, one, other));
        } else {
            difference.removed.push(one.target_attribute.clone());
            difference.effects.push(effect::removed(one));
        }
    }
    let differs = !(difference.added.is_empty() && difference.removed.is_empty() && difference.changed.is_empty());
    differs.then_some(difference)
}

/// The key of every attribute mapping: its target, with a number if several mappings share the target.
fn keys(mappings: &[AttributeMapping]) -> Vec<(&str, usize)> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let mut keys = Vec::new();
    for mapping in mappings {
        let occurrence = seen.entry(mapping.target_attribute.as_str()).or_default();
        *occurrence += 1;
        keys.push((mapping.target_attribute.as_str(), *occurrence));
    }
    keys
}

fn change(
    target: Option<&str>,
    field: &'static str,
    (before, after): (impl Serialize, impl Serialize),
    effect: String,
) -> Change {
    // Fields of a plan have text keys, so they always serialise.
    let (before, after) = (to_value(before).unwrap_or_default(), to_value(after).unwrap_or_default());
    Change { target: target.map(str::to_owned), field, before, after, effect }
}

fn object_fields(kind: ObjectKind, here: &ObjectMapping, there: &ObjectMapping) -> Vec<Change> {
    let mut changes = Vec::new();
    if here.enabled != there.enabled {
        changes.push(change(None, "enabled", (here.enabled, there.enabled), effect::enabled(kind, there.enabled)));
    }
    if here.actions != there.actions {
        changes.push(change(
            None,
            "actions",
            (here.actions, there.actions),
            effect::actions(kind, here.actions, there.actions),
        ));
    }
    if here.scoping_filters != there.scoping_filters {
        let effect = effect::scope(kind, &here.scoping_filters, &there.scoping_filters);
        changes.push(change(None, "scoping_filters", (&here.scoping_filters, &there.scoping_filters), effect));
    }
    changes
}

fn mapping_fields(kind: ObjectKind, here: &AttributeMapping, there: &AttributeMapping) -> Vec<Change> {
    let target = Some(here.target_attribute.as_str());
    let mut changes = Vec::new();
    if here.source != there.source {
        changes.push(change(target, "source", (&here.source, &there.source), effect::source(here, there)));
    }
    if here.default_value != there.default_value {
        changes.push(change(
            target,
            "default_value",
            (&here.default_value, &there.default_value),
            effect::default_value(there),
        ));
    }
    if here.matching_precedence != there.matching_precedence {
        let values = (here.matching_precedence, there.matching_precedence);
        changes.push(change(target, "matching_precedence", values, effect::matching(kind, there)));
    }
    if here.flow_type != there.flow_type {
        changes.push(change(target, "flow_type", (here.flow_type, there.flow_type), effect::flow_type(there)));
    }
    changes
}

#[cfg(test)]
mod tests;
