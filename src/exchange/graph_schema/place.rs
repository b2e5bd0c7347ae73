//! The place of a plan's object mapping in a schema.

use super::import::{chosen_mappings, chosen_schema, importable};
use super::survey::{MappingEntry, RuleEntry, SchemaEntry, Survey};
use super::{Choice, ImportError};
use crate::plan::{GraphPlace, ObjectMapping};

/// A place, and whether all names around it are the names in the plan.
pub(super) struct Found<'s, 'a> {
    pub(super) schema: &'s SchemaEntry<'a>,
    pub(super) rule: &'s RuleEntry<'a>,
    pub(super) entry: &'s MappingEntry<'a>,
    pub(super) is_exact: bool,
    /// The plan was imported from this template.
    pub(super) is_same_template: bool,
}

/// The chosen place; without a choice, the one with the most names that are in the plan. Among equals, the one that an
/// import would take.
pub(super) fn locate<'s, 'a>(
    survey: &'s Survey<'a>,
    mapping: &ObjectMapping,
    choice: &Choice,
) -> Result<Option<Found<'s, 'a>>, ImportError> {
    let score = |schema, rule, entry| {
        let place = mapping.graph.as_ref();
        let (score, is_exact) = place.map_or((0, true), |place| agreement(place, schema, rule, entry));
        let is_same_template = place.is_some_and(|place| place.template == schema.template);
        (score, Found { schema, rule, entry, is_exact, is_same_template })
    };
    if *choice != Choice::FIRST {
        let Some(schema) = chosen_schema(survey, choice)? else { return Ok(None) };
        let chosen = chosen_mappings(schema, choice)?.into_iter().find(|(_, _, kind)| *kind == mapping.kind);
        return Ok(chosen.map(|(rule, entry, _)| score(schema, rule, entry).1));
    }
    let mut best: Option<(usize, Found<'s, 'a>)> = None;
    for schema in &survey.schemas {
        for rule in importable(schema) {
            let mut entries: Vec<_> = rule.mappings.iter().filter(|entry| entry.kind() == Some(mapping.kind)).collect();
            entries.sort_by_key(|entry| !entry.enabled);
            for entry in entries {
                let (score, found) = score(schema, rule, entry);
                if best.as_ref().is_none_or(|(most, _)| score > *most) {
                    best = Some((score, found));
                }
            }
        }
    }
    Ok(best.map(|(_, found)| found))
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
