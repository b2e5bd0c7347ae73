//! Reads and writes one attribute mapping.

use serde_json::{Value, json};

use super::flow_types::{flow_type, flow_type_name};
use super::source_reading::read_source;
use super::source_writing::{TreeRemark, source_value};
use super::{ImportError, Note, survey};
use crate::exchange::json::{Item, Rewrite};
use crate::plan::{AttributeFlowType, AttributeMapping, MatchingPrecedence};

/// Reads one attribute mapping that is alone, without its schema.
pub(in crate::exchange) fn lone_mapping(
    item: &Item<'_>,
    notes: &mut Vec<Note>,
) -> Result<Option<AttributeMapping>, ImportError> {
    read_mapping(item, notes)
}

/// Reads one attribute mapping. Adds a note and returns nothing if it cannot be understood.
pub(super) fn read_mapping(item: &Item<'_>, notes: &mut Vec<Note>) -> Result<Option<AttributeMapping>, ImportError> {
    let target_attribute = survey::text(item, "targetAttributeName")?;
    if target_attribute.is_empty() {
        let text = "this mapping has no target attribute. Crosswalk cannot read it and leaves it unchanged";
        notes.push(Note::new(item.pointer(), text));
        return Ok(None);
    }
    let Some(source) = read_source(item.member("source").as_ref(), notes) else { return Ok(None) };
    if let Some(behaviour) = item.member("flowBehavior").filter(|one| one.text().as_deref() != Some("FlowWhenChanged"))
    {
        let text = format!("flowBehavior is {}. A plan cannot contain it. It stays in the schema", behaviour.raw());
        notes.push(Note::new(behaviour.pointer(), text));
    }
    Ok(Some(AttributeMapping {
        target_attribute,
        source,
        default_value: read_default(item, notes),
        matching_precedence: read_precedence(item, notes),
        flow_type: read_flow_type(item, notes),
        ..AttributeMapping::default()
    }))
}

fn read_default(item: &Item<'_>, notes: &mut Vec<Note>) -> Option<String> {
    let default = item.member("defaultValue")?;
    let text = default.scalar();
    if default.text().is_none() {
        let read = if text.is_some() {
            "Crosswalk reads it as text"
        } else {
            "The plan leaves it out. It stays in the schema"
        };
        notes.push(Note::new(
            default.pointer(),
            format!("a default value should be text, but this one is {}. {read}", default.kind_words()),
        ));
    }
    text.map(std::borrow::Cow::into_owned)
}

fn read_precedence(item: &Item<'_>, notes: &mut Vec<Note>) -> Option<MatchingPrecedence> {
    let priority = item.member("matchingPriority")?;
    let number = priority.scalar().and_then(|text| text.trim().parse::<u32>().ok());
    if number.is_none() {
        let text = "a matching priority is a whole number from 0. Crosswalk reads this one as 0 (not matching) and leaves it unchanged";
        notes.push(Note::new(priority.pointer(), text));
    } else if priority.number().is_none() {
        let text = "a matching priority should be a number, but this one is text. Crosswalk reads it as a number and leaves it unchanged";
        notes.push(Note::new(priority.pointer(), text));
    }
    MatchingPrecedence::new(number?)
}

fn read_flow_type(item: &Item<'_>, notes: &mut Vec<Note>) -> AttributeFlowType {
    let Some(member) = item.member("flowType") else { return AttributeFlowType::Always };
    let known = member.text().and_then(|name| flow_type(&name));
    if known.is_none() {
        let text =
            format!("the flow type {} is unknown. Crosswalk reads it as Always and leaves it unchanged", member.raw());
        notes.push(Note::new(member.pointer(), text));
    }
    known.unwrap_or_default()
}

pub(super) fn default_value(mapping: &AttributeMapping) -> Value {
    mapping.default_value.as_deref().map_or(Value::Null, Value::from)
}

pub(super) fn priority_value(mapping: &AttributeMapping) -> Value {
    Value::from(mapping.matching_precedence.map_or(0, MatchingPrecedence::get))
}

/// A mapping in the form of the service.
pub(super) fn mapping_value(mapping: &AttributeMapping) -> (Value, Option<TreeRemark>) {
    let (source, remark) = source_value(&mapping.source);
    let value = json!({
        "defaultValue": default_value(mapping),
        "exportMissingReferences": false,
        "flowBehavior": "FlowWhenChanged",
        "flowType": flow_type_name(mapping.flow_type),
        "matchingPriority": priority_value(mapping),
        "source": source,
        "targetAttributeName": mapping.target_attribute,
    });
    (value, remark)
}

/// Changes an existing mapping to match the plan. Rewrites only members that differ, and returns nothing if none does.
pub(super) fn rewrite_mapping(
    item: &Item<'_>,
    stood: &AttributeMapping,
    wanted: &AttributeMapping,
) -> Option<(Rewrite, Option<TreeRemark>)> {
    let mut changes = Vec::new();
    let mut remark = None;
    let mut change = |name: &str, rewrite: Rewrite| changes.push((name.to_owned(), rewrite));
    if stood.default_value != wanted.default_value {
        change("defaultValue", Rewrite::Replace(default_value(wanted)));
    }
    if stood.flow_type != wanted.flow_type {
        change("flowType", Rewrite::Replace(Value::from(flow_type_name(wanted.flow_type))));
    }
    if stood.matching_precedence != wanted.matching_precedence {
        change("matchingPriority", Rewrite::Replace(priority_value(wanted)));
    }
    if stood.source != wanted.source {
        let (value, tree_remark) = source_value(&wanted.source);
        remark = tree_remark;
        change("source", rewrite_source(item.member("source").as_ref(), value));
    }
    (!changes.is_empty()).then_some((Rewrite::Members(changes), remark))
}

/// Unknown members of the source stay. A missing member is not added if it would only have its default.
fn rewrite_source(stood: Option<&Item<'_>>, value: Value) -> Rewrite {
    let (Some(stood), Value::Object(members)) = (stood.filter(|stood| stood.is_object()), &value) else {
        return Rewrite::Replace(value);
    };
    let is_attribute = members.get("type").is_some_and(|kind| kind == "Attribute");
    let needless = |name: &str, value: &Value| match name {
        "type" | "expression" => is_attribute,
        _ => value.as_array().is_some_and(Vec::is_empty),
    };
    let changes = members.iter().filter(|(name, value)| match stood.present(name) {
        Some(there) => !there.says(value),
        None => !needless(name, value),
    });
    Rewrite::Members(changes.map(|(name, value)| (name.clone(), Rewrite::Replace(value.clone()))).collect())
}
