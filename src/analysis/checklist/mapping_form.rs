//! A mapping as the fields of Entra's form "Edit Attribute", in the form's order.

use super::step::FieldValue;
use crate::plan::{AttributeMapping, MappingSource};

/// One field of the form.
struct FormField {
    label: &'static str,
    /// The word in a change's title.
    word: &'static str,
    value: String,
    copy: bool,
}

fn form(mapping: &AttributeMapping) -> Vec<FormField> {
    let field = |label, word, value: &str, copy| FormField { label, word, value: value.to_owned(), copy };
    let mut fields = vec![field("Mapping type", "mapping type", mapping.source.type_name(), false)];
    let source = mapping.source.text();
    match &mapping.source {
        MappingSource::Direct { .. } => fields.push(field("Source attribute", "source", source, true)),
        MappingSource::Constant { .. } => fields.push(field("Constant value", "constant", source, true)),
        MappingSource::Expression { .. } => fields.push(field("Expression", "expression", source, true)),
        MappingSource::None => {}
    }
    if let Some(default) = &mapping.default_value {
        fields.push(field("Default value if null (optional)", "default", default, true));
    }
    fields.push(field("Target attribute", "target", &mapping.target_attribute, true));
    let precedence = mapping.matching_precedence;
    let matches = if precedence.is_some() { "Yes" } else { "No" };
    fields.push(field("Match objects using this attribute", "match", matches, false));
    if let Some(precedence) = precedence {
        fields.push(field("Matching precedence", "precedence", &precedence.get().to_string(), false));
    }
    fields.push(field("Apply this mapping", "apply", mapping.flow_type.label(), false));
    fields
}

/// Every field with its value.
pub(super) fn fields(mapping: &AttributeMapping) -> Vec<FieldValue> {
    form(mapping)
        .into_iter()
        .map(|field| FieldValue { label: field.label.to_owned(), value: field.value, copy: field.copy, previous: None })
        .collect()
}

/// The two fields by which a row is found in the list.
pub(super) fn row_fields(mapping: &AttributeMapping) -> Vec<FieldValue> {
    fields(mapping)
        .into_iter()
        .filter(|field| {
            ["Source attribute", "Constant value", "Expression", "Target attribute"].contains(&field.label.as_str())
        })
        .map(|field| FieldValue { copy: false, ..field })
        .collect()
}

/// Every field of the row as it shall be, with what it was before; a field that is to be emptied stands last.
pub(super) fn changed_fields(before: &AttributeMapping, after: &AttributeMapping) -> Vec<FieldValue> {
    let old = form(before);
    let mut fields: Vec<FieldValue> = form(after)
        .into_iter()
        .map(|new| {
            let was = old.iter().find(|field| field.label == new.label).map_or("", |field| field.value.as_str());
            let previous = (was != new.value).then(|| if was.is_empty() { "empty".to_owned() } else { was.to_owned() });
            FieldValue { label: new.label.to_owned(), value: new.value, copy: new.copy, previous }
        })
        .collect();
    if before.default_value.is_some() && after.default_value.is_none() {
        fields.push(FieldValue {
            previous: before.default_value.clone(),
            ..FieldValue::shown("Default value if null (optional)", "empty")
        });
    }
    fields
}

/// What changes, in words: `target userName → externalId, match Yes → No`.
pub(super) fn changes(before: &AttributeMapping, after: &AttributeMapping) -> Vec<String> {
    let (old, new) = (form(before), form(after));
    let value = |fields: &[FormField], label: &str| {
        fields.iter().find(|field| field.label == label).map_or_else(|| "empty".to_owned(), |one| one.value.clone())
    };
    let mut labels: Vec<(&str, &str)> = Vec::new();
    for field in new.iter().chain(&old) {
        if !labels.iter().any(|(label, _)| *label == field.label) {
            labels.push((field.label, field.word));
        }
    }
    labels
        .into_iter()
        .map(|(label, word)| (word, value(&old, label), value(&new, label)))
        .filter(|(_, old, new)| old != new)
        .map(|(word, old, new)| format!("{word} {old} → {new}"))
        .collect()
}
