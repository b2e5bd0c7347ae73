//! Where in a file an object mapping of the plan belongs.

use super::survey::{MappingEntry, RuleEntry, SchemaEntry, Survey};
use crate::plan::{GraphPlace, ObjectMapping};

/// A place, and whether all names around it are those that the plan remembers.
pub(super) struct Found<'s, 'a> {
    pub(super) schema: &'s SchemaEntry<'a>,
    pub(super) rule: &'s RuleEntry<'a>,
    pub(super) entry: &'s MappingEntry<'a>,
    pub(super) is_exact: bool,
}

/// The place whose names agree most with what the plan remembers; among equals the one that an import would take.
pub(super) fn locate<'s, 'a>(survey: &'s Survey<'a>, mapping: &ObjectMapping) -> Option<Found<'s, 'a>> {
    let mut best: Option<(usize, Found<'s, 'a>)> = None;
    for schema in &survey.schemas {
        for rule in super::import::importable(schema) {
            let mut entries: Vec<_> = rule.mappings.iter().filter(|entry| entry.kind() == Some(mapping.kind)).collect();
            entries.sort_by_key(|entry| !entry.enabled);
            for entry in entries {
                let (score, is_exact) =
                    mapping.graph.as_ref().map_or((0, true), |place| agreement(place, schema, rule, entry));
                if best.as_ref().is_none_or(|(most, _)| score > *most) {
                    best = Some((score, Found { schema, rule, entry, is_exact }));
                }
            }
        }
    }
    best.map(|(_, found)| found)
}

/// How many names agree, and whether all that belong to the schema do. What the file does not say, as a rule or object
/// mapping pasted alone, contradicts nothing.
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
    // The template decides between entries that are alike in everything else.
    (agreeing * 2 + same_template, !names.iter().any(contradicts))
}
