//! Reads and writes the attribute definitions of a directory's object.

use serde_json::{Value, json};

use super::Note;
use crate::catalog::{Offered, source_attribute, target_attribute};
use crate::exchange::json::Item;
use crate::plan::{AttributeDefinition, AttributeSide, AttributeType, ObjectKind};

/// The names of all attributes in an object's definition.
pub(super) fn names(object: &Item<'_>) -> Vec<String> {
    let attributes = object.member("attributes").map(|list| list.items()).unwrap_or_default();
    let name = |item: &Item<'_>| item.member("name").and_then(|name| name.text()).map(std::borrow::Cow::into_owned);
    attributes.iter().filter_map(name).collect()
}

/// Reads one attribute definition that is alone, without its schema; nothing if it has no name.
pub(in crate::exchange) fn lone_definition(item: &Item<'_>, notes: &mut Vec<Note>) -> Option<AttributeDefinition> {
    let name = item.member("name")?.text()?.into_owned();
    let multivalued = item.member("multivalued").is_some_and(|flag| flag.boolean() == Some(true));
    (!name.is_empty()).then(|| AttributeDefinition { name, attribute_type: read_type(item, notes), multivalued })
}

/// The definitions that are not in the catalogue. The plan adds them to it.
pub(super) fn read_definitions(
    object: &Item<'_>,
    side: AttributeSide,
    kind: ObjectKind,
    scim: bool,
    notes: &mut Vec<Note>,
) -> Vec<AttributeDefinition> {
    let attributes = object.member("attributes").map(|list| list.items()).unwrap_or_default();
    attributes
        .iter()
        .filter_map(|item| {
            let name = item.member("name")?.text()?.into_owned();
            if name.is_empty() || is_catalogued(side, kind, scim, &name) {
                return None;
            }
            let multivalued = item.member("multivalued").is_some_and(|flag| flag.boolean() == Some(true));
            Some(AttributeDefinition { name, attribute_type: read_type(item, notes), multivalued })
        })
        .collect()
}

fn read_type(item: &Item<'_>, notes: &mut Vec<Note>) -> AttributeType {
    let Some(member) = item.member("type") else { return AttributeType::String };
    let known = member
        .text()
        .and_then(|name| AttributeType::ALL.into_iter().find(|one| one.name().eq_ignore_ascii_case(&name)));
    if known.is_none() {
        notes.push(Note::new(
            member.pointer(),
            format!("the type {} is unknown. Crosswalk reads it as String", member.raw()),
        ));
    }
    known.unwrap_or_default()
}

/// Whether the catalogue has the attribute, so that no plan needs a definition.
pub(super) fn is_catalogued(side: AttributeSide, kind: ObjectKind, scim: bool, name: &str) -> bool {
    match side {
        AttributeSide::Source => source_attribute(kind, name).is_some(),
        AttributeSide::Target => scim && target_attribute(kind, name).is_some_and(|row| row.offered == Offered::Listed),
    }
}

/// The definition of an attribute: from the plan, or else from the catalogue, or else a text.
pub(super) fn definition_for(
    own: &[AttributeDefinition],
    side: AttributeSide,
    kind: ObjectKind,
    name: &str,
) -> AttributeDefinition {
    let catalogued = || match side {
        AttributeSide::Source => source_attribute(kind, name).map(|row| (row.attribute_type, row.multivalued)),
        AttributeSide::Target => target_attribute(kind, name).map(|row| (row.attribute_type, row.multivalued)),
    };
    own.iter().find(|one| one.name == name).cloned().unwrap_or_else(|| {
        let (attribute_type, multivalued) = catalogued().unwrap_or_default();
        AttributeDefinition { name: name.to_owned(), attribute_type, multivalued }
    })
}

/// A definition in the form of the service.
pub(super) fn definition_value(definition: &AttributeDefinition, side: AttributeSide, kind: ObjectKind) -> Value {
    let row = match side {
        AttributeSide::Target => target_attribute(kind, &definition.name),
        AttributeSide::Source => None,
    };
    let referenced = match definition.attribute_type {
        AttributeType::Reference => json!([{ "referencedObjectName": "User", "referencedProperty": null }]),
        _ => json!([]),
    };
    json!({
        "anchor": (side == AttributeSide::Source && definition.name == "objectId") || (side == AttributeSide::Target && definition.name == "id"),
        "caseExact": row.is_some_and(|row| row.case_exact),
        "defaultValue": null,
        "metadata": [],
        "multivalued": definition.multivalued,
        "mutability": "ReadWrite",
        "name": definition.name,
        "referencedObjects": referenced,
        "required": row.is_some_and(|row| row.required),
        "type": definition.attribute_type.name(),
    })
}
