//! Reads and writes the target object actions and "Apply this mapping" with Graph's names.

use crate::exchange::json::Item;
use crate::plan::{AttributeFlowType, ObjectFlowTypes};

/// Every flow type with Graph's name.
pub(super) const FLOW_TYPES: [(AttributeFlowType, &str); 5] = [
    (AttributeFlowType::Always, "Always"),
    (AttributeFlowType::ObjectAddOnly, "ObjectAddOnly"),
    (AttributeFlowType::MultiValueAddOnly, "MultiValueAddOnly"),
    (AttributeFlowType::ValueAddOnly, "ValueAddOnly"),
    (AttributeFlowType::AttributeAddOnly, "AttributeAddOnly"),
];

pub(super) fn flow_type_name(flow_type: AttributeFlowType) -> &'static str {
    FLOW_TYPES.iter().find(|(known, _)| *known == flow_type).map_or("Always", |(_, name)| name)
}

pub(super) fn flow_type(name: &str) -> Option<AttributeFlowType> {
    FLOW_TYPES.iter().find(|(_, known)| known.eq_ignore_ascii_case(name)).map(|(flow_type, _)| *flow_type)
}

/// The actions in a text such as `"Add, Update, Delete"`, and the words that are unknown. A missing text means all three.
pub(super) fn actions(item: Option<&Item<'_>>) -> (ObjectFlowTypes, Vec<String>) {
    let Some(text) = item.and_then(Item::text) else {
        let strange = item.map(|item| item.raw().to_owned());
        return (ObjectFlowTypes::default(), strange.into_iter().collect());
    };
    let mut actions = ObjectFlowTypes { create: false, update: false, delete: false };
    let mut strange = Vec::new();
    for word in text.split(',').map(str::trim) {
        match word.to_ascii_lowercase().as_str() {
            "add" => actions.create = true,
            "update" => actions.update = true,
            "delete" => actions.delete = true,
            "none" | "" => {}
            _ => strange.push(word.to_owned()),
        }
    }
    (actions, strange)
}

/// The actions as text, with the separator of the existing text. Without any action, it is Graph's `None`.
pub(super) fn actions_text(actions: ObjectFlowTypes, stood: Option<&str>) -> String {
    let names = [(actions.create, "Add"), (actions.update, "Update"), (actions.delete, "Delete")];
    let names: Vec<&str> = names.iter().filter(|(on, _)| *on).map(|(_, name)| *name).collect();
    if names.is_empty() {
        return "None".to_owned();
    }
    let tight = stood.is_some_and(|stood| stood.contains(',') && !stood.contains(", "));
    names.join(if tight { "," } else { ", " })
}
