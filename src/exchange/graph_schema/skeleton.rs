//! A plan as a schema without the tenant's schema, and so without the tenant's IDs and definitions.

use serde_json::{Value, json};

use super::attribute_definition::{definition_for, definition_value, is_catalogued};
use super::attribute_mapping::mapping_value;
use super::flow_types::actions_text;
use super::needed_attribute::needed;
use super::scope::scope_value;
use super::{ENTRA_DIRECTORY, Note, SCIM_DIRECTORY};
use crate::catalog::{Capability, profile_of};
use crate::plan::{AttributeSide, ENTERPRISE_USER, GraphPlace, ObjectKind, ObjectMapping, Plan};

/// What is missing in a skeleton, and what to do.
pub const SKELETON_NOTE: &str = "Without your tenant's schema, you get a skeleton without your tenant's IDs, versions \
                                 and further definitions. Do not send a skeleton to your tenant. Download your own \
                                 schema in the portal (Review your schema) and merge the plan into it, or enter the \
                                 mapping in the portal by hand.";

const GROUP: &str = "urn:ietf:params:scim:schemas:core:2.0:Group";

/// A directory's name with its objects, each with its attribute definitions.
type Directory = (String, Vec<(String, Vec<Value>)>);

/// The schema's text, with notes.
pub fn skeleton(plan: &Plan) -> (String, Vec<Note>) {
    let mut notes = Vec::new();
    let mut directories: Vec<Directory> = Vec::new();
    let mut rules: Vec<(GraphPlace, Vec<Value>)> = Vec::new();
    for mapping in &plan.object_mappings {
        let place = place(mapping);
        for side in AttributeSide::ALL {
            let (directory, object) = match side {
                AttributeSide::Source => (&place.source_directory, &place.source_object),
                AttributeSide::Target => (&place.target_directory, &place.target_object),
            };
            let values = definitions(plan, mapping, side, &mut notes);
            let objects = list(&mut directories, directory);
            list(objects, object).extend(values);
        }
        let same_rule = |(other, _): &&mut (GraphPlace, Vec<Value>)| {
            other.rule == place.rule
                && other.source_directory == place.source_directory
                && other.target_directory == place.target_directory
        };
        let at = rules.len();
        let value = object_mapping(mapping, &place, at, &mut notes);
        match rules.iter_mut().find(same_rule) {
            Some((_, values)) => values.push(value),
            None => rules.push((place, vec![value])),
        }
    }
    let directory = |(name, objects): &(String, Vec<(String, Vec<Value>)>)| {
        let object = |(name, attributes): &(String, Vec<Value>)| json!({ "attributes": attributes, "name": name });
        json!({ "name": name, "objects": objects.iter().map(object).collect::<Vec<_>>() })
    };
    let rule = |(index, (place, mappings)): (usize, &(GraphPlace, Vec<Value>))| {
        json!({
            "editable": true,
            "name": place.rule,
            "objectMappings": mappings,
            "priority": index + 1,
            "sourceDirectoryName": place.source_directory,
            "targetDirectoryName": place.target_directory,
        })
    };
    let schema = json!({
        "directories": directories.iter().map(directory).collect::<Vec<_>>(),
        "synchronizationRules": rules.iter().enumerate().map(rule).collect::<Vec<_>>(),
    });
    (format!("{schema:#}\n"), notes)
}

fn list<'a, T>(lists: &'a mut Vec<(String, Vec<T>)>, name: &str) -> &'a mut Vec<T> {
    let at = lists.iter().position(|(known, _)| known == name).unwrap_or_else(|| {
        lists.push((name.to_owned(), Vec::new()));
        lists.len() - 1
    });
    &mut lists[at].1
}

/// The names that the plan was imported with, or else those of an application that is not in the gallery.
fn place(mapping: &ObjectMapping) -> GraphPlace {
    let (rule, object, target) = match mapping.kind {
        ObjectKind::User => ("USER_OUTBOUND_USER", "User", ENTERPRISE_USER),
        ObjectKind::Group => ("USERGROUP_OUTBOUND_USERGROUP", "Group", GROUP),
    };
    let or = |name: &str, standard: &str| if name.is_empty() { standard.to_owned() } else { name.to_owned() };
    let known = mapping.graph.clone().unwrap_or_default();
    GraphPlace {
        rule: or(&known.rule, rule),
        object_mapping: or(&known.object_mapping, mapping.kind.portal_name()),
        source_directory: or(&known.source_directory, ENTRA_DIRECTORY),
        target_directory: or(&known.target_directory, SCIM_DIRECTORY),
        source_object: or(&known.source_object, object),
        target_object: or(&known.target_object, target),
        ..known
    }
}

fn object_mapping(mapping: &ObjectMapping, place: &GraphPlace, rule: usize, notes: &mut Vec<Note>) -> Value {
    let rows = mapping.attribute_mappings.iter().enumerate().map(|(index, row)| {
        let (value, remark) = mapping_value(row);
        let pointer = format!("/synchronizationRules/{rule}/objectMappings/0/attributeMappings/{index}");
        notes.extend(remark.map(|remark| Note::new(&pointer, remark.sentence())));
        value
    });
    let rows: Vec<Value> = rows.collect();
    json!({
        "attributeMappings": rows,
        "enabled": mapping.enabled,
        "flowTypes": actions_text(mapping.actions, None),
        "name": place.object_mapping,
        "scope": scope_value(&mapping.scoping_filters),
        "sourceObjectName": place.source_object,
        "targetObjectName": place.target_object,
    })
}

/// The definitions that the mapping needs, from the plan or the catalogue, and then the plan's other definitions.
fn definitions(plan: &Plan, mapping: &ObjectMapping, side: AttributeSide, notes: &mut Vec<Note>) -> Vec<Value> {
    let own = plan.attribute_definitions.side(side);
    let scim = profile_of(plan).has(Capability::Scim);
    let mut names = Vec::new();
    for name in needed(mapping, side) {
        if own.iter().any(|one| one.name == name) || is_catalogued(side, mapping.kind, scim, &name) {
            names.push(name);
        } else {
            notes.push(Note::new(
                "",
                format!("{name} is not in any attribute list. Define it in the plan or in the portal"),
            ));
        }
    }
    let elsewhere = |name: &String| {
        plan.object_mappings.iter().any(|other| other.kind != mapping.kind && needed(other, side).contains(name))
    };
    let is_first = plan.object_mappings.first().is_some_and(|first| first.kind == mapping.kind);
    let besides = own.iter().map(|one| &one.name).filter(|name| is_first && !elsewhere(name));
    for name in besides {
        if !names.contains(name) {
            names.push(name.clone());
        }
    }
    let value = |name: &String| definition_value(&definition_for(own, side, mapping.kind, name), side, mapping.kind);
    names.iter().map(value).collect()
}
