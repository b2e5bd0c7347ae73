//! What a table of attribute mappings cannot say, for the person who exports one and means to open it again.

use crate::exchange::document::csv::{CsvMode, read_back};
use crate::exchange::tables::{source_read_back, target_read_back};
use crate::plan::{AttributeMapping, MappingSource, ObjectFlowTypes, ObjectKind, Plan, ProvisionScope};
use crate::text::counted;

/// The form of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TableForm {
    Csv(CsvMode),
    Markdown,
    Html,
}

/// Notes: the parts of the plan that are no rows, and the rows that do not come back letter by letter.
pub(super) fn notes(plan: &Plan, form: TableForm) -> Vec<String> {
    let mut notes = Vec::new();
    let parts = parts(plan);
    if !parts.is_empty() {
        notes.push(format!(
            "A table contains only the attribute mappings. It leaves out {}. Keep the plan file for these.",
            parts.join(", ")
        ));
    }
    for object in &plan.object_mappings {
        for (at, mapping) in object.attribute_mappings.iter().enumerate() {
            let faults = faults(object.kind, mapping, form);
            if !faults.is_empty() {
                let target = mapping.target_attribute.trim();
                let name = if target.is_empty() {
                    format!("{} number {}", object.kind.plural(), at + 1)
                } else {
                    target.to_owned()
                };
                notes.push(format!("{name}: {}.", faults.join("; ")));
            }
        }
    }
    notes
}

fn parts(plan: &Plan) -> Vec<String> {
    let connection = &plan.connection;
    let has_settings = !connection.tenant_url.is_empty()
        || !connection.notification_email.is_empty()
        || plan.provision != ProvisionScope::default()
        || plan.accidental_deletions_threshold.is_some()
        || plan.sso_identifier.is_some()
        || plan.default_domain.is_some();
    let objects = &plan.object_mappings;
    let filters: usize = objects.iter().map(|object| object.scoping_filters.len()).sum();
    let definitions = plan.attribute_definitions.source.len() + plan.attribute_definitions.target.len();
    let actions =
        objects.iter().filter(|object| object.actions != ObjectFlowTypes::default() || !object.enabled).count();
    let places = objects.iter().filter(|object| object.graph.is_some()).count();
    let unknown = plan.unknown.len() + objects.iter().map(|object| object.unknown.len()).sum::<usize>();
    let some = |count: usize, noun: &str| (count > 0).then(|| counted(count, noun));
    let said = |is: bool, words: &str| is.then(|| words.to_owned());
    [
        said(has_settings, "the settings"),
        said(actions > 0, "which actions are switched off"),
        some(filters, "scoping filter"),
        some(definitions, "attribute definition"),
        said(places > 0, "the place in the imported schema"),
        some(plan.locales.len(), "confirmed locale code"),
        some(plan.people.len(), "person"),
        some(plan.suppressions.len(), "accepted problem"),
        some(plan.checklist.len(), "checklist mark"),
        some(plan.workshop.len(), "workshop note"),
        said(!plan.title_block.is_empty(), "the title block"),
        some(unknown, "unknown member"),
        said(objects.iter().any(|object| object.attribute_mappings.is_empty()), "object mappings without rows"),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Why a row does not come back as it is.
fn faults(kind: ObjectKind, mapping: &AttributeMapping, form: TableForm) -> Vec<String> {
    let mut faults = Vec::new();
    let target = &mapping.target_attribute;
    if target.trim().is_empty() {
        faults.push("the row has no target attribute, and Crosswalk cannot read a row without one".to_owned());
    }
    if !mapping.unknown.is_empty() {
        faults.push("it has members that a table does not have".to_owned());
    }
    let read = target_read_back(kind, target);
    if read != *target {
        faults.push(format!("it is read back as {read}"));
    }
    if let MappingSource::Direct { attribute } = &mapping.source {
        let read = source_read_back(kind, attribute);
        if read != *attribute {
            faults.push(format!("the source {attribute} is read back as {read}"));
        }
    }
    let default = mapping.default_value.as_deref();
    for (what, text) in
        [("target", target.as_str()), ("source", mapping.source.text()), ("default value", default.unwrap_or_default())]
    {
        if !comes_back(text, form) {
            faults.push(format!("its {what} has characters that the table cannot keep exactly"));
        }
    }
    if default == Some("") && matches!(form, TableForm::Csv(_)) {
        faults.push("its default value is an empty text, which looks like no default value in a table".to_owned());
    }
    faults
}

/// Whether a cell keeps a text letter by letter.
fn comes_back(text: &str, form: TableForm) -> bool {
    match form {
        TableForm::Csv(mode) => read_back(text, mode) == text,
        // A code span is one line, and white space alone is not kept.
        TableForm::Markdown => {
            !text.contains(char::is_control)
                && !text.contains("\\|")
                && !text.ends_with('\\')
                && (text.is_empty() || !text.trim_matches(' ').is_empty())
        }
        TableForm::Html => !text.chars().any(|one| one.is_control() && one != '\n' && one != '\t'),
    }
}
