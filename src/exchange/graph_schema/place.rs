//! The place of a plan's object mapping in a schema.

use super::import::{chosen_mappings, chosen_schema, importable, read_object_mapping};
use super::survey::{MappingEntry, RuleEntry, SchemaEntry, Survey, survey};
use super::{Choice, ImportError};
use crate::exchange::json::Document;
use crate::plan::{GraphPlace, ObjectMapping, Plan};

/// A place, and whether all names around it are the names in the plan.
pub(super) struct Found<'s, 'a> {
    pub(super) schema: &'s SchemaEntry<'a>,
    pub(super) rule: &'s RuleEntry<'a>,
    pub(super) entry: &'s MappingEntry<'a>,
    pub(super) is_exact: bool,
    /// The plan was imported from this template.
    pub(super) is_same_template: bool,
}

/// The plan with the names of another place: a merge then writes each object mapping to the chosen template, rule and object
/// mapping. An object mapping that the chosen place does not have keeps its names.
pub fn placed_at(plan: &Plan, document: &Document, choice: &Choice) -> Result<Plan, ImportError> {
    let survey = survey(document)?;
    let mut placed = plan.clone();
    let Some(schema) = chosen_schema(&survey, choice)? else { return Ok(placed) };
    let chosen = chosen_mappings(schema, choice)?;
    for mapping in &mut placed.object_mappings {
        let Some((rule, entry, kind)) = chosen.iter().find(|(_, _, kind)| *kind == mapping.kind) else { continue };
        mapping.graph = read_object_mapping(schema, rule, entry, *kind, &mut Vec::new())?.0.graph;
    }
    Ok(placed)
}

/// The place with the most names that are in the plan. Among equals, the one that an import would take.
pub(super) fn locate<'s, 'a>(survey: &'s Survey<'a>, mapping: &ObjectMapping) -> Option<Found<'s, 'a>> {
    let mut best: Option<(usize, Found<'s, 'a>)> = None;
    for schema in &survey.schemas {
        for rule in importable(schema) {
            let mut entries: Vec<_> = rule.mappings.iter().filter(|entry| entry.kind() == Some(mapping.kind)).collect();
            entries.sort_by_key(|entry| !entry.enabled);
            for entry in entries {
                let place = mapping.graph.as_ref();
                let (score, is_exact) = place.map_or((0, true), |place| agreement(place, schema, rule, entry));
                if best.as_ref().is_none_or(|(most, _)| score > *most) {
                    let is_same_template = place.is_some_and(|place| place.template == schema.template);
                    best = Some((score, Found { schema, rule, entry, is_exact, is_same_template }));
                }
            }
        }
    }
    best.map(|(_, found)| found)
}

/// How many names agree, and whether no name of the schema contradicts the plan. A missing name, as in a rule or object
/// mapping that was pasted alone, does not contradict it.
fn agreement(
    place: &GraphPlace,
    schema: &SchemaEntry<'_>,
    rule: &RuleEntry<'_>,
    entry: &MappingEntry<'_>,
) -> (usize, bool) {
    let names = [
        (&place.rule, &rule.name),
        (&place.object_mapping, &entry.name),
        (&place.source_directory, &rule.source_directory),
        (&place.target_directory, &rule.target_directory),
        (&place.source_object, &entry.source_object),
        (&place.target_object, &entry.target_object),
    ];
    let agreeing = names.iter().filter(|(here, there)| here == there).count();
    let contradicts = |(here, there): &(&String, &String)| here != there && !here.is_empty() && !there.is_empty();
    let same_template = usize::from(place.template == schema.template);
    // The template decides between entries that are otherwise equal.
    (agreeing * 2 + same_template, !names.iter().any(contradicts))
}
