//! Reads a plan from a schema.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::attribute_definition::read_definitions;
use super::attribute_mapping::read_mapping;
use super::described::described_attributes;
use super::flow_types::actions;
use super::recognition::Form;
use super::scope::read_scope;
use super::survey::{Direction, MappingEntry, RuleEntry, SchemaEntry, Survey, survey};
use super::unknown_members::{note_unknown_members, unknown_members};
use super::{ImportError, LeftOut, Note};
use crate::catalog::{Evidence, profile_of, recognise_profile};
use crate::exchange::json::{Document, without_secrets};
use crate::plan::{
    AttributeDefinition, AttributeDefinitions, AttributeMapping, AttributeSide, GraphPlace, ObjectKind, ObjectMapping,
    Plan, within_limits,
};

/// What the admin chose. Otherwise Crosswalk takes the first, by the rule's priority and then by the order in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// A template's or job's id.
    pub template: Option<String>,
    /// A synchronization rule's name.
    pub rule: Option<String>,
    /// An object mapping's name.
    pub object_mapping: Option<String>,
}

impl Choice {
    /// Nothing is chosen.
    pub const FIRST: Self = Self { template: None, rule: None, object_mapping: None };
}

/// A plan with notes about the import.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    /// The plan.
    pub plan: Plan,
    /// What Crosswalk found, left out or could not read.
    pub notes: Vec<Note>,
    /// The form of the file.
    pub form: Form,
}

const KNOWN_IN_RULE: [&str; 10] = [
    "id",
    "name",
    "priority",
    "editable",
    "metadata",
    "sourceDirectoryName",
    "targetDirectoryName",
    "objectMappings",
    "containerFilter",
    "groupFilter",
];
const KNOWN_IN_OBJECT_MAPPING: [&str; 8] =
    ["attributeMappings", "enabled", "flowTypes", "metadata", "name", "scope", "sourceObjectName", "targetObjectName"];
const KNOWN_IN_ATTRIBUTE_MAPPING: [&str; 7] = [
    "defaultValue",
    "exportMissingReferences",
    "flowBehavior",
    "flowType",
    "matchingPriority",
    "source",
    "targetAttributeName",
];

/// Reads a plan from a document.
pub fn import(document: &Document, choice: &Choice) -> Result<Imported, ImportError> {
    let survey = survey(document)?;
    without_secrets(document)?;
    let mut notes: Vec<Note> = vec![Note::new("", format!("this is {}", survey.form.words()))];
    let repeated =
        |pointer: &String| Note::new(pointer, "this member is in its object twice. Crosswalk uses the last one");
    notes.extend(document.repeated().iter().map(repeated));
    let Some(schema) = chosen_schema(&survey, choice)? else {
        return Ok(Imported { plan: Plan::default(), notes, form: survey.form });
    };
    note_other_schemas(&survey, schema, &mut notes);
    let chosen = chosen_mappings(schema, choice)?;
    note_left_out(schema, &chosen, &mut notes);
    let mut plan = Plan { name: plan_name(schema, &chosen), ..Plan::default() };
    if schema.lacks_directories() {
        let text = "the schema has no directories. Do not save it in Entra: PUT replaces the whole schema, and every \
                    attribute definition of the job would be deleted";
        notes.push(Note::new(&schema.pointer, text));
    }
    let mut rules_seen = BTreeSet::new();
    for (rule, ..) in chosen.iter().filter(|(rule, ..)| rules_seen.insert(rule.pointer.clone())) {
        if let Some(item) = &rule.item {
            note_unknown_members(item, &KNOWN_IN_RULE, &mut notes);
        }
    }
    for (rule, entry, kind) in &chosen {
        let (mapping, _) = read_object_mapping(schema, rule, entry, *kind, &mut notes)?;
        let place = mapping.graph.clone().unwrap_or_default();
        let scim = schema.is_scim(rule, entry);
        let definitions = |side, notes: &mut Vec<Note>| definitions(schema, &place, side, *kind, scim, notes);
        let (source, target) =
            (definitions(AttributeSide::Source, &mut notes), definitions(AttributeSide::Target, &mut notes));
        join(&mut plan.attribute_definitions, source, target);
        plan.object_mappings.push(mapping);
    }
    let scim = chosen.iter().all(|(rule, entry, _)| schema.is_scim(rule, entry));
    let because = recognise(&mut plan, schema, scim);
    describe(&mut plan, schema, &chosen);
    notes.push(because);
    within_limits(&plan)?;
    if plan.object_mappings.is_empty() {
        let text = "the file has no outbound mapping of users or groups. The plan is empty";
        notes.push(Note::new(&schema.pointer, text));
    }
    Ok(Imported { plan, notes, form: survey.form })
}

/// Says whose application it is, with a note.
fn recognise(plan: &mut Plan, schema: &SchemaEntry<'_>, scim: bool) -> Note {
    let places: Vec<GraphPlace> = plan.object_mappings.iter().filter_map(|object| object.graph.clone()).collect();
    let in_places = places.iter().flat_map(|place| [&place.rule, &place.object_mapping, &place.target_directory]);
    let names = std::iter::once(&schema.template).chain(in_places).map(String::as_str).collect();
    let matching = plan.object_mapping(ObjectKind::User).map(ObjectMapping::matching).unwrap_or_default();
    let first_match = matching.first().map(|(_, mapping)| mapping.target_attribute.as_str());
    let (profile, because) = recognise_profile(&Evidence { scim, names, first_match });
    plan.target_profile = profile.id.into();
    let text = format!("the target profile is “{}”, because {because}. You can change it in Settings", profile.name);
    Note::new(&schema.pointer, text)
}

/// Takes over what the target directory says about its attributes, where the profile has no better source.
fn describe(plan: &mut Plan, schema: &SchemaEntry<'_>, chosen: &[Chosen<'_, '_>]) {
    if !profile_of(plan).attributes.from_schema {
        return;
    }
    for (rule, entry, kind) in chosen {
        if let Some(object) = schema.object(&rule.target_directory, &entry.target_object) {
            let described = described_attributes(&object, *kind);
            for one in described {
                if !plan.target_attributes.iter().any(|known| known.kind == one.kind && known.name == one.name) {
                    plan.target_attributes.push(one);
                }
            }
        }
    }
}

/// The requested schema, or else the first one with something to import.
pub(super) fn chosen_schema<'s, 'a>(
    survey: &'s Survey<'a>,
    choice: &Choice,
) -> Result<Option<&'s SchemaEntry<'a>>, ImportError> {
    if let Some(wanted) = &choice.template {
        let found = survey.schemas.iter().find(|schema| schema.template == *wanted);
        let there = || survey.schemas.iter().map(|schema| schema.template.clone()).collect();
        return found.map(Some).ok_or_else(|| ImportError::NoTemplate { wanted: wanted.clone(), there: there() });
    }
    let fits = |schema: &&SchemaEntry<'_>| match (&choice.rule, &choice.object_mapping) {
        (None, None) => importable(schema).iter().any(|rule| rule.mappings.iter().any(|one| one.kind().is_some())),
        (rule, mapping) => schema.rules.iter().any(|entry| {
            rule.as_ref().is_none_or(|rule| *rule == entry.name)
                && mapping.as_ref().is_none_or(|name| entry.mappings.iter().any(|one| one.name == *name))
        }),
    };
    Ok(survey.schemas.iter().find(fits).or(survey.schemas.first()))
}

/// The rules that a plan can contain, by priority and then in the order of the file.
pub(super) fn importable<'s, 'a>(schema: &'s SchemaEntry<'a>) -> Vec<&'s RuleEntry<'a>> {
    let mut rules: Vec<_> = schema.rules.iter().filter(|rule| rule.is_importable()).collect();
    rules.sort_by_key(|rule| rule.priority);
    rules
}

pub(super) type Chosen<'s, 'a> = (&'s RuleEntry<'a>, &'s MappingEntry<'a>, ObjectKind);

/// One mapping of each kind. If no rule is requested, a kind that the first rule does not map comes from the next rule
/// that maps it: some schemas have one rule for users and one for groups.
pub(super) fn chosen_mappings<'s, 'a>(
    schema: &'s SchemaEntry<'a>,
    choice: &Choice,
) -> Result<Vec<Chosen<'s, 'a>>, ImportError> {
    let mut rules = importable(schema);
    if let Some(wanted) = &choice.rule {
        if !rules.iter().any(|rule| rule.name == *wanted) {
            let there = rules.iter().map(|rule| rule.name.clone()).collect();
            return Err(match schema.rules.iter().find(|rule| rule.name == *wanted) {
                Some(rule) => ImportError::Inbound { pointer: rule.pointer.clone(), rule: wanted.clone() },
                None => ImportError::NoRule { wanted: wanted.clone(), there },
            });
        }
        rules.retain(|rule| rule.name == *wanted);
    }
    let named = choice.object_mapping.as_ref().map(|wanted| named_mapping(&rules, wanted)).transpose()?;
    let mut chosen: Vec<Chosen<'s, 'a>> = Vec::new();
    for kind in ObjectKind::ALL {
        let of_rule = |rule: &&'s RuleEntry<'a>| {
            let rule: &'s RuleEntry<'a> = rule;
            let mut mappings: Vec<_> = rule.mappings.iter().filter(|entry| entry.kind() == Some(kind)).collect();
            mappings.sort_by_key(|entry| !entry.enabled);
            mappings.first().map(|entry| (rule, *entry, kind))
        };
        match named.filter(|(_, _, of)| *of == kind) {
            Some(named) => chosen.push(named),
            None => chosen.extend(rules.iter().find_map(of_rule)),
        }
    }
    Ok(chosen)
}

fn named_mapping<'s, 'a>(rules: &[&'s RuleEntry<'a>], wanted: &str) -> Result<Chosen<'s, 'a>, ImportError> {
    let all = || rules.iter().flat_map(|rule| rule.mappings.iter().map(move |entry| (*rule, entry)));
    let fitting =
        all().filter(|(_, entry)| entry.name == wanted).find_map(|(rule, entry)| Some((rule, entry, entry.kind()?)));
    if let Some(fitting) = fitting {
        return Ok(fitting);
    }
    if let Some((_, entry)) = all().find(|(_, entry)| entry.name == wanted) {
        return Err(ImportError::NeitherUsersNorGroups {
            pointer: entry.pointer().to_owned(),
            name: wanted.to_owned(),
            source_object: entry.source_object.clone(),
        });
    }
    let there = all().filter(|(_, entry)| entry.kind().is_some()).map(|(_, entry)| entry.name.clone()).collect();
    Err(ImportError::NoObjectMapping { wanted: wanted.to_owned(), there })
}

fn plan_name(schema: &SchemaEntry<'_>, chosen: &[Chosen<'_, '_>]) -> String {
    let target = chosen.iter().map(|(rule, ..)| rule.target_directory.as_str()).find(|name| !name.is_empty());
    let names = [target.unwrap_or_default(), &schema.template];
    let mapping = chosen.first().map(|(_, entry, _)| entry.name.as_str()).unwrap_or_default();
    let name = names.into_iter().chain([mapping]).find(|name| !name.is_empty()).unwrap_or("schema");
    format!("Import: {name}")
}

fn note_other_schemas(survey: &Survey<'_>, schema: &SchemaEntry<'_>, notes: &mut Vec<Note>) {
    for other in survey.schemas.iter().filter(|other| other.pointer != schema.pointer) {
        let text = format!("the plan leaves out the schema of “{}”. It stays in the file", other.template);
        notes.push(Note::left_out(&other.pointer, LeftOut::Schema, text));
    }
}

fn note_left_out(schema: &SchemaEntry<'_>, chosen: &[Chosen<'_, '_>], notes: &mut Vec<Note>) {
    for rule in &schema.rules {
        let way = match rule.direction {
            Direction::Inbound => "imports objects into Microsoft Entra ID",
            Direction::Elsewhere => "works between other directories",
            Direction::Outbound | Direction::Unknown => {
                let taken =
                    |entry: &MappingEntry<'_>| chosen.iter().any(|(_, one, _)| one.pointer() == entry.pointer());
                if rule.mappings.iter().any(taken) {
                    note_left_out_mappings(rule, taken, notes);
                } else {
                    let text = format!("the plan leaves out the rule “{}”. It stays in the schema", rule.name);
                    notes.push(Note::left_out(&rule.pointer, LeftOut::Rule, text));
                }
                continue;
            }
        };
        let text = format!("the rule “{}” {way}. The plan leaves it out. It stays in the schema", rule.name);
        notes.push(Note::new(&rule.pointer, text));
    }
}

fn note_left_out_mappings(rule: &RuleEntry<'_>, taken: impl Fn(&MappingEntry<'_>) -> bool, notes: &mut Vec<Note>) {
    for entry in rule.mappings.iter().filter(|entry| !taken(entry)) {
        let text = if entry.source_object.is_empty() {
            format!("this is a placeholder for {} objects. Crosswalk leaves it unchanged", entry.target_object)
        } else if entry.kind().is_some() {
            let text = format!("the plan leaves out the object mapping “{}”. It stays in the schema", entry.name);
            notes.push(Note::left_out(entry.pointer(), LeftOut::ObjectMapping, text));
            continue;
        } else {
            let (name, source) = (&entry.name, &entry.source_object);
            format!("the object mapping “{name}” maps {source} objects. The plan leaves it out. It stays in the schema")
        };
        notes.push(Note::new(entry.pointer(), text));
    }
}

/// Reads an object mapping, and the index in the file of each attribute mapping.
pub(super) fn read_object_mapping(
    schema: &SchemaEntry<'_>,
    rule: &RuleEntry<'_>,
    entry: &MappingEntry<'_>,
    kind: ObjectKind,
    notes: &mut Vec<Note>,
) -> Result<(ObjectMapping, Vec<usize>), ImportError> {
    let item = &entry.item;
    let flow_types = item.member("flowTypes");
    let (actions, strange) = actions(flow_types.as_ref());
    if let Some(flow_types) = flow_types.filter(|_| !strange.is_empty()) {
        let text = format!("“{}” is not a known target object action. Crosswalk ignores it", strange.join(", "));
        notes.push(Note::new(flow_types.pointer(), text));
    }
    let scoping_filters = read_scope(item.member("scope").as_ref(), notes)?;
    let elements = item.member("attributeMappings").map(|list| list.items()).unwrap_or_default();
    let mut attribute_mappings: Vec<AttributeMapping> = Vec::new();
    let mut indices = Vec::new();
    let mut unknown = unknown_members(item, &KNOWN_IN_OBJECT_MAPPING);
    for (index, element) in elements.iter().enumerate().filter(|(_, element)| element.is_object()) {
        unknown.extend(unknown_members(element, &KNOWN_IN_ATTRIBUTE_MAPPING));
        if let Some(mapping) = read_mapping(element, notes)? {
            attribute_mappings.push(mapping);
            indices.push(index);
        }
    }
    unknown.sort();
    unknown.dedup();
    if !unknown.is_empty() {
        let text = format!("the schema keeps members that Crosswalk does not know: {}", unknown.join(", "));
        notes.push(Note::new(item.pointer(), text));
    }
    let graph = GraphPlace {
        template: schema.template.clone(),
        rule: rule.name.clone(),
        object_mapping: entry.name.clone(),
        source_directory: rule.source_directory.clone(),
        target_directory: rule.target_directory.clone(),
        source_object: entry.source_object.clone(),
        target_object: entry.target_object.clone(),
        source_unlisted: schema.object(&rule.source_directory, &entry.source_object).is_none(),
        lacks_directories: schema.lacks_directories(),
    };
    let mapping = ObjectMapping {
        kind,
        enabled: entry.enabled,
        actions,
        scoping_filters,
        attribute_mappings,
        graph: Some(graph),
        ..ObjectMapping::default()
    };
    Ok((mapping, indices))
}

fn definitions(
    schema: &SchemaEntry<'_>,
    place: &GraphPlace,
    side: AttributeSide,
    kind: ObjectKind,
    scim: bool,
    notes: &mut Vec<Note>,
) -> Vec<AttributeDefinition> {
    let (directory, object) = match side {
        AttributeSide::Source => (&place.source_directory, &place.source_object),
        AttributeSide::Target => (&place.target_directory, &place.target_object),
    };
    let object = schema.object(directory, object);
    object.map(|object| read_definitions(&object, side, kind, scim, notes)).unwrap_or_default()
}

/// Users and groups share one list of definitions. The first definition of a name counts.
fn join(definitions: &mut AttributeDefinitions, source: Vec<AttributeDefinition>, target: Vec<AttributeDefinition>) {
    for (list, more) in [(&mut definitions.source, source), (&mut definitions.target, target)] {
        for one in more {
            if !list.iter().any(|known| known.name == one.name) {
                list.push(one);
            }
        }
    }
}
