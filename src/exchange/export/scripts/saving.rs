//! What a script saves: the tenant's schema with the plan in it, the changes in words, and both fingerprints.

use super::ascii_json::{ascii_json, ascii_lines};
use crate::exchange::compare::{DefinitionDifference, compare, difference_text};
use crate::exchange::graph_schema::{Form, ImportError, Merged, Note, fingerprint, merge, survey};
use crate::exchange::json::Document;
use crate::plan::Plan;

/// The data of a script.
pub(super) struct Saving {
    /// Fingerprint of the schema that was merged into.
    pub(super) before: String,
    /// Fingerprint of the result.
    pub(super) after: String,
    /// The result, as one line of ASCII characters.
    pub(super) schema: String,
    /// The changes and notes, as a JSON list of lines.
    pub(super) changes: String,
    /// What the merge did differently from what one might expect.
    pub(super) notes: Vec<Note>,
}

/// Merges the plan into the schema of the tenant's job. A template, a list or a part of a schema cannot be saved.
pub(super) fn saving(plan: &Plan, schema: &Document) -> Result<Saving, ImportError> {
    let form = survey(schema)?.form;
    if form != Form::Schema {
        return Err(ImportError::NotAWholeSchema { form: form.words() });
    }
    let merged = merge(plan, schema)?;
    let after = Document::parse(merged.text.clone())?;
    Ok(Saving {
        before: fingerprint(schema),
        after: fingerprint(&after),
        schema: ascii_json(&merged.text),
        changes: ascii_lines(&lines(plan, &merged)),
        notes: merged.notes,
    })
}

/// From the schema to the merged one. What the schema has no place for is not among the changes.
fn lines(plan: &Plan, merged: &Merged) -> Vec<String> {
    let mut after = plan.clone();
    after.object_mappings.retain(|mapping| merged.replaced.iter().any(|replaced| replaced.kind == mapping.kind));
    let before = Plan { object_mappings: merged.replaced.clone(), ..after.clone() };
    let mut difference = compare(&before, &after);
    difference.attribute_definitions = DefinitionDifference { added: merged.defined.clone(), removed: Vec::new() };
    let changes = difference_text(&difference);
    let lines = ["Changes:"].into_iter().chain(changes.lines()).map(str::to_owned);
    lines.chain(merged.notes.iter().map(|note| format!("Note: {note}"))).collect()
}
