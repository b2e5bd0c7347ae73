//! A mapping as the fields of Entra's form "Edit Attribute", in the form's order.

use super::step::FieldValue;
use crate::plan::{AttributeMapping, MappingSource};

/// One field of the form.
struct FormField {
    label: &'static str,
    /// The word in a change's title. What the mapping type decides between shares one.
    word: &'static str,
    /// Nothing where the field stays empty.
    value: Option<String>,
    copy: bool,
}

/// How an empty field is called.
const EMPTY: &str = "empty";

impl FormField {
    fn shown(&self) -> String {
        self.value.clone().unwrap_or_else(|| EMPTY.to_owned())
    }
}

fn form(mapping: &AttributeMapping) -> Vec<FormField> {
    let field = |label, word, value: &str, copy| FormField { label, word, value: Some(value.to_owned()), copy };
    let mut fields = vec![field("Mapping type", "mapping type", mapping.source.type_name(), false)];
    let source = mapping.source.text();
    match &mapping.source {
        MappingSource::Direct { .. } => fields.push(field("Source attribute", "source", source, true)),
        MappingSource::Constant { .. } => fields.push(field("Constant value", "source", source, true)),
        MappingSource::Expression { .. } => fields.push(field("Expression", "source", source, true)),
        MappingSource::None => {}
    }
    let default_value = mapping.default_value.clone();
    fields.push(FormField {
        label: "Default value if null (optional)",
        word: "default",
        copy: default_value.is_some(),
        value: default_value,
    });
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
        .map(|field| FieldValue {
            label: field.label.to_owned(),
            value: field.shown(),
            copy: field.copy,
            previous: None,
        })
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

/// Every field of the row as it shall be, with what it was before.
pub(super) fn changed_fields(before: &AttributeMapping, after: &AttributeMapping) -> Vec<FieldValue> {
    let old = form(before);
    form(after)
        .into_iter()
        .map(|new| {
            let was = old.iter().find(|field| field.word == new.word);
            let differs = was.and_then(|field| field.value.as_ref()) != new.value.as_ref();
            let previous = differs.then(|| was.map_or_else(|| EMPTY.to_owned(), FormField::shown));
            FieldValue { label: new.label.to_owned(), value: new.shown(), copy: new.copy, previous }
        })
        .collect()
}

/// What changes, in words: `target userName → externalId, match Yes → No`.
pub(super) fn changes(before: &AttributeMapping, after: &AttributeMapping) -> Vec<String> {
    let (old, new) = (form(before), form(after));
    let mut words: Vec<&str> = Vec::new();
    for field in new.iter().chain(&old) {
        if !words.contains(&field.word) {
            words.push(field.word);
        }
    }
    let value = |fields: &[FormField], word: &str| {
        fields.iter().find(|field| field.word == word).and_then(|field| field.value.clone())
    };
    let named = |value: Option<String>| value.unwrap_or_else(|| EMPTY.to_owned());
    words
        .into_iter()
        .map(|word| (word, value(&old, word), value(&new, word)))
        .filter(|(_, old, new)| old != new)
        .map(|(word, old, new)| format!("{word} {} → {}", named(old), named(new)))
        .collect()
}
