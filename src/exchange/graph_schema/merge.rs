//! Writes a plan into the tenant's schema: imports the schema, compares it with the plan, and rewrites only what differs.
//!
//! `PUT` replaces the whole schema. So everything that a plan does not contain must come from the tenant's schema.

use std::collections::BTreeMap;

use serde_json::Value;

use super::attribute_definition::{definition_for, definition_value, names};
use super::attribute_mapping::{mapping_value, rewrite_mapping};
use super::flow_types::{actions, actions_text};
use super::import::read_object_mapping;
use super::needed_attribute::needed;
use super::place::{Found, locate};
use super::scope::rewrite_scope;
use super::survey::{SchemaEntry, survey};
use super::{ImportError, Note};
use crate::catalog::{Capability, profile_of};
use crate::exchange::json::{Document, Element, Item, Rewrite, render, without_secrets};
use crate::plan::{AttributeDefinition, AttributeMapping, AttributeSide, ObjectMapping, Plan};

/// The schema with the plan in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    /// The text, for UTF-8.
    pub text: String,
    /// What differs from what you might expect, with its place in the original schema.
    pub notes: Vec<Note>,
    /// Whether the result differs from the original schema.
    pub changed: bool,
    /// The object mappings of the original schema that the plan replaces.
    pub replaced: Vec<ObjectMapping>,
    /// The names of the new attribute definitions.
    pub defined: Vec<String>,
}

const OF_DIFFERENT_KINDS: &str = "The schema and the plan are for applications of different kinds: only one of them uses \
                                  SCIM. Their target attributes have different names. Check that you chose the right \
                                  schema before you save the merged one";

/// The caution before a plan is merged into a schema, by the plan that was imported from it: nothing where both
/// applications use SCIM, or neither.
pub fn kind_caution(imported: &Plan, plan: &Plan) -> Option<String> {
    let uses_scim = |plan| profile_of(plan).has(Capability::Scim);
    (uses_scim(imported) != uses_scim(plan)).then(|| format!("{OF_DIFFERENT_KINDS}."))
}

/// Writes a plan into a schema, at the place that the names in the plan say. Fails if the document is not a schema, or has
/// no object mapping for the plan.
pub fn merge(plan: &Plan, document: &Document) -> Result<Merged, ImportError> {
    let survey = survey(document)?;
    without_secrets(document)?;
    let mut notes = Vec::new();
    if survey.schemas.iter().any(SchemaEntry::lacks_directories) {
        return Err(ImportError::NoDirectories);
    }
    if has_capital_keys(&document.root()) {
        let text = "the keys begin with capitals, as PowerShell's typed cmdlets write them, and Graph does not document \
                    that it accepts them. Download the schema again with Invoke-MgGraphRequest before you save it";
        notes.push(Note::new("", text));
    }
    let mut places = Vec::new();
    let mut missing = Vec::new();
    let mut replaced = Vec::new();
    let mut additions = Additions::default();
    let mut of_different_kinds = false;
    for mapping in &plan.object_mappings {
        let Some(found) = locate(&survey, mapping) else {
            missing.push(mapping.kind.plural().to_lowercase());
            continue;
        };
        if survey.schemas.len() > 1 && !found.is_same_template {
            let text = format!(
                "the file has several templates. The plan is written into “{}”. To write it into another one, choose its \
                 template",
                found.schema.template
            );
            notes.push(Note::new(&found.schema.pointer, text));
        }
        if !found.is_exact {
            let text = "the names around this object mapping differ from those in the schema that the plan was imported \
                        from. The plan's mapping is written here anyway";
            notes.push(Note::new(found.entry.pointer(), text));
        }
        let mut quiet = Vec::new();
        let (stood, indices) = read_object_mapping(found.schema, found.rule, found.entry, mapping.kind, &mut quiet)?;
        if found.schema.is_scim(found.rule, found.entry) != profile_of(plan).has(Capability::Scim) {
            of_different_kinds = true;
        }
        let item = &found.entry.item;
        let changes = object_mapping_changes(item, &stood, &indices, mapping, &mut notes)?;
        if !changes.is_empty() {
            places.push((item.pointer().to_owned(), Rewrite::Members(changes)));
        }
        additions.gather(plan, mapping, &stood, &found, &mut notes);
        replaced.push(stood);
    }
    if !missing.is_empty() && missing.len() == plan.object_mappings.len() {
        return Err(ImportError::NoPlace { missing: missing.join(" and ") });
    }
    for kind in missing {
        notes.push(Note::new(
            "",
            format!("the schema has no object mapping for {kind}. The plan's mapping is left out"),
        ));
    }
    if of_different_kinds {
        notes.insert(0, Note::new("", OF_DIFFERENT_KINDS));
    }
    let defined = additions.names();
    places.extend(additions.into_places());
    let changed = !places.is_empty();
    let text = render(document, &Rewrite::at_places(document, places));
    Ok(Merged { text, notes, changed, replaced, defined })
}

/// Whether a document spells the schema's members with capitals.
fn has_capital_keys(root: &Item<'_>) -> bool {
    let keys = root.keys();
    ["SynchronizationRules", "Directories", "Schema"].iter().any(|name| keys.iter().any(|key| key == name))
}

fn object_mapping_changes(
    item: &Item<'_>,
    stood: &ObjectMapping,
    indices: &[usize],
    wanted: &ObjectMapping,
    notes: &mut Vec<Note>,
) -> Result<Vec<(String, Rewrite)>, ImportError> {
    let mut changes = Vec::new();
    if let Some(rewrite) = attribute_mappings(item, stood, indices, wanted, notes) {
        changes.push(("attributeMappings".to_owned(), rewrite));
    }
    if stood.enabled != wanted.enabled {
        changes.push(("enabled".to_owned(), Rewrite::Replace(Value::from(wanted.enabled))));
    }
    if stood.actions != wanted.actions {
        let spelling = item.member("flowTypes").and_then(|text| text.text());
        let text = actions_text(wanted.actions, spelling.as_deref());
        if actions(item.member("flowTypes").as_ref()).1.iter().any(|_| true) {
            notes.push(Note::new(item.pointer(), "this change removes an unknown target object action"));
        }
        changes.push(("flowTypes".to_owned(), Rewrite::Replace(Value::from(text))));
    }
    if let Some(rewrite) = rewrite_scope(item.member("scope").as_ref(), &wanted.scoping_filters, notes)? {
        changes.push(("scope".to_owned(), rewrite));
    }
    Ok(changes)
}

/// The index of each mapping, by target attribute and occurrence.
fn keyed(mappings: &[AttributeMapping]) -> BTreeMap<(&str, usize), usize> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let mut keyed = BTreeMap::new();
    for (index, mapping) in mappings.iter().enumerate() {
        let occurrence = seen.entry(mapping.target_attribute.as_str()).or_default();
        keyed.insert((mapping.target_attribute.as_str(), *occurrence), index);
        *occurrence += 1;
    }
    keyed
}

/// The rows of the schema with the plan's changes. Rows that Crosswalk cannot read stay, and the order stays.
fn attribute_mappings(
    item: &Item<'_>,
    stood: &ObjectMapping,
    indices: &[usize],
    wanted: &ObjectMapping,
    notes: &mut Vec<Note>,
) -> Option<Rewrite> {
    let list = item.member("attributeMappings");
    let rows = list.as_ref().map(Item::items).unwrap_or_default();
    let (here, there) = (keyed(&stood.attribute_mappings), keyed(&wanted.attribute_mappings));
    let by_place: BTreeMap<usize, (&str, usize)> = here.iter().map(|(key, index)| (*index, *key)).collect();
    let mut elements = Vec::new();
    let mut differs = false;
    for (index, row) in rows.iter().enumerate() {
        let Some(at) = indices.iter().position(|one| *one == index) else {
            elements.push(Element::Kept(index));
            continue;
        };
        let wanted_at = by_place.get(&at).and_then(|key| there.get(key));
        let pair = wanted_at.and_then(|to| wanted.attribute_mappings.get(*to)).zip(stood.attribute_mappings.get(at));
        let Some((new, old)) = pair else {
            differs = true;
            continue;
        };
        match rewrite_mapping(row, old, new) {
            Some((rewrite, remark)) => {
                differs = true;
                notes.extend(remark.map(|remark| Note::new(row.pointer(), remark.sentence())));
                elements.push(Element::Changed(index, rewrite));
            }
            None => elements.push(Element::Kept(index)),
        }
    }
    let mut fresh: Vec<usize> =
        there.iter().filter(|(key, _)| !here.contains_key(key)).map(|(_, index)| *index).collect();
    fresh.sort_unstable();
    for mapping in fresh.iter().filter_map(|index| wanted.attribute_mappings.get(*index)) {
        differs = true;
        let (value, remark) = mapping_value(mapping);
        let place = format!("{}/attributeMappings/{}", item.pointer(), elements.len());
        notes.extend(remark.map(|remark| Note::new(&place, remark.sentence())));
        elements.push(Element::New(value));
    }
    if !differs {
        return None;
    }
    Some(match list {
        Some(_) => Rewrite::Elements(elements),
        None => {
            let value = |element| if let Element::New(value) = element { Some(value) } else { None };
            Rewrite::Replace(elements.into_iter().filter_map(value).collect())
        }
    })
}

/// Attribute definitions to append, for each object of a directory.
#[derive(Default)]
struct Additions {
    /// By the pointer of the object: the length of its list, if it has one, and what is appended.
    objects: BTreeMap<String, (Option<usize>, Vec<Value>)>,
}

impl Additions {
    /// Collects definitions that the plan needs and that the schema did not need so far.
    fn gather(
        &mut self,
        plan: &Plan,
        wanted: &ObjectMapping,
        stood: &ObjectMapping,
        found: &Found<'_, '_>,
        notes: &mut Vec<Note>,
    ) {
        for side in AttributeSide::ALL {
            let own = plan.attribute_definitions.side(side);
            let needed_so_far = needed(stood, side);
            let mut lacking: Vec<AttributeDefinition> = needed(wanted, side)
                .into_iter()
                .filter(|name| !needed_so_far.contains(name))
                .map(|name| definition_for(own, side, wanted.kind, &name))
                .collect();
            let elsewhere = |name: &str| {
                plan.object_mappings
                    .iter()
                    .any(|other| other.kind != wanted.kind && needed(other, side).iter().any(|needed| needed == name))
            };
            let in_directory = found.schema.defined_anywhere(match side {
                AttributeSide::Source => &found.rule.source_directory,
                AttributeSide::Target => &found.rule.target_directory,
            });
            let is_first = plan.object_mappings.first().is_some_and(|first| first.kind == wanted.kind);
            for definition in own.iter().filter(|one| !in_directory.contains(&one.name)) {
                let used_here = needed(wanted, side).contains(&definition.name);
                let listed = lacking.iter().any(|one| one.name == definition.name);
                if !listed && (used_here || (is_first && !elsewhere(&definition.name))) {
                    lacking.push(definition.clone());
                }
            }
            self.append(wanted, side, lacking, found, notes);
        }
    }

    fn append(
        &mut self,
        wanted: &ObjectMapping,
        side: AttributeSide,
        lacking: Vec<AttributeDefinition>,
        found: &Found<'_, '_>,
        notes: &mut Vec<Note>,
    ) {
        let (directory, object) = match side {
            AttributeSide::Source => (&found.rule.source_directory, &found.entry.source_object),
            AttributeSide::Target => (&found.rule.target_directory, &found.entry.target_object),
        };
        let Some(item) = found.schema.object(directory, object) else {
            if !lacking.is_empty() {
                let list: Vec<&str> = lacking.iter().map(|one| one.name.as_str()).collect();
                let text = format!(
                    "the schema does not define {object} of {directory}, so no definition is added. Check that it has {}",
                    list.join(", ")
                );
                notes.push(Note::new(found.entry.pointer(), text));
            }
            return;
        };
        let defined = names(&item);
        let list = item.member("attributes").map(|list| list.items().len());
        for definition in lacking.iter().filter(|one| !defined.contains(&one.name)) {
            if let Some(other) = defined.iter().find(|other| other.eq_ignore_ascii_case(&definition.name)) {
                let text = format!(
                    "{object} has {other}, which differs from {} only in case. No definition is added",
                    definition.name
                );
                notes.push(Note::new(item.pointer(), text));
                continue;
            }
            let value = definition_value(definition, side, wanted.kind);
            let (_, values) = self.objects.entry(item.pointer().to_owned()).or_insert_with(|| (list, Vec::new()));
            if !values.iter().any(|one| one.get("name") == value.get("name")) {
                values.push(value);
            }
        }
    }

    fn names(&self) -> Vec<String> {
        let values = self.objects.values().flat_map(|(_, values)| values);
        values.filter_map(|value| value.get("name")?.as_str()).map(str::to_owned).collect()
    }

    fn into_places(self) -> Vec<(String, Rewrite)> {
        let place = |(pointer, (list, values)): (String, (Option<usize>, Vec<Value>))| match list {
            Some(length) => {
                let kept = (0..length).map(Element::Kept);
                let elements = kept.chain(values.into_iter().map(Element::New)).collect();
                (format!("{pointer}/attributes"), Rewrite::Elements(elements))
            }
            None => (pointer, Rewrite::Members(vec![("attributes".to_owned(), Rewrite::Replace(Value::from(values)))])),
        };
        self.objects.into_iter().map(place).collect()
    }
}
