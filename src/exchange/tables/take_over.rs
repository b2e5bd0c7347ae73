//! Takes the rows of a table over: into a new plan, or as edits of an open one.

use super::reading::{Reading, RowOutcome};
use crate::catalog::same_target;
use crate::plan::{AttributeDefinitions, AttributeMapping, Edit, ObjectKind, ObjectMapping, Plan};
use crate::text::counted;

/// What happens to rows that the open plan has and the table lacks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lacking {
    /// They stay.
    #[default]
    Keep,
    /// They are removed, for users if the table has users, and for groups if it has groups.
    Remove,
}

/// A new plan with the rows of a table.
pub fn new_plan(name: &str, reading: &Reading) -> Plan {
    let mut plan = Plan { name: name.to_owned(), ..Plan::default() };
    for kind in ObjectKind::ALL {
        let attribute_mappings: Vec<AttributeMapping> = reading.mappings(kind).cloned().collect();
        if !attribute_mappings.is_empty() {
            plan.object_mappings.push(ObjectMapping { kind, attribute_mappings, ..ObjectMapping::default() });
        }
    }
    let mut definitions = AttributeDefinitions::default();
    for row in &reading.rows {
        if let RowOutcome::Definition(side, definition) = &row.outcome {
            let list = match side {
                crate::plan::AttributeSide::Source => &mut definitions.source,
                crate::plan::AttributeSide::Target => &mut definitions.target,
            };
            if list.iter().all(|one| one.name != definition.name) {
                list.push(definition.clone());
            }
        }
    }
    plan.attribute_definitions = definitions;
    plan
}

/// The edits that make a plan say what a table says. Fields that the table has no column for stay, and so does the order of
/// the rows. Together they are one step.
pub fn changes(plan: &Plan, reading: &Reading, lacking: Lacking) -> Vec<Edit> {
    let mut edits = Vec::new();
    for kind in ObjectKind::ALL {
        let wanted: Vec<&AttributeMapping> = reading.mappings(kind).collect();
        if wanted.is_empty() {
            continue;
        }
        let Some(object) = plan.object_mapping(kind) else {
            let attribute_mappings = wanted.into_iter().cloned().collect();
            edits.push(Edit::AddObjectMapping {
                mapping: ObjectMapping { kind, attribute_mappings, ..ObjectMapping::default() },
            });
            continue;
        };
        let there = &object.attribute_mappings;
        let mut free: Vec<bool> = vec![true; there.len()];
        let mut added = Vec::new();
        for mapping in wanted {
            let same = |(at, one): (usize, &AttributeMapping)| {
                free.get(at).copied().unwrap_or_default()
                    && same_target(&one.target_attribute, &mapping.target_attribute)
            };
            // A target may be there twice: the row with the same source is meant first.
            let equal = there.iter().enumerate().find(|(at, one)| same((*at, one)) && one.source == mapping.source);
            match equal.or_else(|| there.iter().enumerate().find(|(at, one)| same((*at, one)))) {
                Some((at, before)) => {
                    free[at] = false;
                    edits.extend(fields(kind, at, before, mapping, reading));
                }
                None => added.push(mapping.clone()),
            }
        }
        for (index, mapping) in (there.len()..).zip(added) {
            edits.push(Edit::InsertMapping { kind, index, mapping });
        }
        if lacking == Lacking::Remove {
            let gone = free.iter().enumerate().rev().filter(|(_, free)| **free);
            edits.extend(gone.map(|(index, _)| Edit::RemoveMapping { kind, index }));
        }
    }
    for row in &reading.rows {
        if let RowOutcome::Definition(side, definition) = &row.outcome
            && !plan.attribute_definitions.side(*side).contains(definition)
        {
            edits.push(Edit::DefineAttribute { side: *side, definition: definition.clone() });
        }
    }
    edits
}

/// The fields of one mapping that differ.
fn fields(
    kind: ObjectKind,
    index: usize,
    before: &AttributeMapping,
    wanted: &AttributeMapping,
    reading: &Reading,
) -> Vec<Edit> {
    let mut edits = Vec::new();
    let says = reading.says;
    if before.source != wanted.source {
        edits.push(Edit::SetSource { kind, index, source: wanted.source.clone() });
    }
    // An empty default value and none are one to Entra, and a table cannot tell them apart.
    let filled = |mapping: &AttributeMapping| mapping.default_value.clone().filter(|value| !value.is_empty());
    if says.default && filled(before) != filled(wanted) {
        edits.push(Edit::SetDefaultValue { kind, index, value: wanted.default_value.clone() });
    }
    if says.matching && before.matching_precedence != wanted.matching_precedence {
        edits.push(Edit::SetMatchingPrecedence { kind, index, precedence: wanted.matching_precedence });
    }
    if says.apply && before.flow_type != wanted.flow_type {
        edits.push(Edit::SetFlowType { kind, index, flow_type: wanted.flow_type });
    }
    edits
}

/// How many rows the plan has and the table lacks.
pub fn lacking(plan: &Plan, reading: &Reading) -> usize {
    let removed = |edit: &&Edit| matches!(edit, Edit::RemoveMapping { .. });
    changes(plan, reading, Lacking::Remove).iter().filter(removed).count()
}

/// What the edits do, in a sentence.
pub fn changes_in_words(edits: &[Edit]) -> String {
    let added: usize = edits
        .iter()
        .map(|edit| match edit {
            Edit::InsertMapping { .. } => 1,
            Edit::AddObjectMapping { mapping } => mapping.attribute_mappings.len(),
            _ => 0,
        })
        .sum();
    let removed = edits.iter().filter(|edit| matches!(edit, Edit::RemoveMapping { .. })).count();
    let defined = edits.iter().filter(|edit| matches!(edit, Edit::DefineAttribute { .. })).count();
    let mut changed: Vec<(ObjectKind, usize)> = edits
        .iter()
        .filter_map(|edit| match edit {
            Edit::SetSource { kind, index, .. }
            | Edit::SetDefaultValue { kind, index, .. }
            | Edit::SetMatchingPrecedence { kind, index, .. }
            | Edit::SetFlowType { kind, index, .. } => Some((*kind, *index)),
            _ => None,
        })
        .collect();
    changed.dedup();
    let part = |count: usize, verb: &str, noun: &str| (count > 0).then(|| format!("{verb} {}", counted(count, noun)));
    let parts: Vec<String> = [
        part(added, "adds", "attribute mapping"),
        part(changed.len(), "changes", "attribute mapping"),
        part(removed, "removes", "attribute mapping"),
        part(defined, "adds", "attribute definition"),
    ]
    .into_iter()
    .flatten()
    .collect();
    if parts.is_empty() {
        "The plan already says what the table says.".to_owned()
    } else {
        format!("The table {}.", parts.join(", "))
    }
}
