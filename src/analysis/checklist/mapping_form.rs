//! A mapping as the fields of Entra's form "Edit Attribute", in the form's order.

use super::step::FieldValue;
use crate::plan::{AttributeFlowType, AttributeMapping, MappingSource};

/// One field of the form.
struct FormField {
    label: &'static str,
    /// The word in the title of a change. The fields that the mapping type chooses between share a word.
    word: &'static str,
    /// Nothing for an empty field.
    value: Option<String>,
    /// Whether you type or paste the value.
    copy: bool,
    /// Whether a row of the list shows it.
    in_list: bool,
    /// Whether the portal fills it in itself in a new row.
    usual: bool,
}

/// The word for an empty field.
const EMPTY: &str = "empty";

impl FormField {
    fn shown(&self) -> String {
        self.value.clone().unwrap_or_else(|| EMPTY.to_owned())
    }

    fn with_previous(self, previous: Option<String>) -> FieldValue {
        let value = self.shown();
        let Self { copy, usual, .. } = self;
        FieldValue { code: copy, copy, previous, usual, ..FieldValue::shown(self.label, value) }
    }
}

fn form(mapping: &AttributeMapping) -> Vec<FormField> {
    let chosen = |label, word, value: &str| FormField {
        label,
        word,
        value: Some(value.to_owned()),
        copy: false,
        in_list: false,
        usual: false,
    };
    let typed = |label, word, value: &str| FormField { copy: true, in_list: true, ..chosen(label, word, value) };
    let is_direct = matches!(mapping.source, MappingSource::Direct { .. });
    let mapping_type = chosen("Mapping type", "mapping type", mapping.source.type_name());
    let mut fields = vec![FormField { usual: is_direct, ..mapping_type }];
    let source = mapping.source.text();
    match &mapping.source {
        MappingSource::Direct { .. } => fields.push(typed("Source attribute", "source", source)),
        MappingSource::Constant { .. } => fields.push(typed("Constant value", "source", source)),
        MappingSource::Expression { .. } => fields.push(typed("Expression", "source", source)),
        MappingSource::None => {}
    }
    let default_value = mapping.default_value.clone();
    fields.push(FormField {
        label: "Default value if null (optional)",
        word: "default",
        copy: default_value.is_some(),
        usual: default_value.is_none(),
        value: default_value,
        in_list: false,
    });
    fields.push(typed("Target attribute", "target", &mapping.target_attribute));
    let precedence = mapping.matching_precedence;
    let matches = if precedence.is_some() { "Yes" } else { "No" };
    let usual = precedence.is_none();
    fields.push(FormField { usual, ..chosen("Match objects using this attribute", "match", matches) });
    if let Some(precedence) = precedence {
        fields.push(chosen("Matching precedence", "precedence", &precedence.get().to_string()));
    }
    let usual = mapping.flow_type == AttributeFlowType::Always;
    fields.push(FormField { usual, ..chosen("Apply this mapping", "apply", mapping.flow_type.label()) });
    fields
}

/// Every field with its value.
pub(super) fn fields(mapping: &AttributeMapping) -> Vec<FieldValue> {
    form(mapping).into_iter().map(|field| field.with_previous(None)).collect()
}

/// The fields by which you find a row in the list.
pub(super) fn row_fields(mapping: &AttributeMapping) -> Vec<FieldValue> {
    let shown = form(mapping).into_iter().filter(|field| field.in_list);
    shown.map(|field| FieldValue { copy: false, ..field.with_previous(None) }).collect()
}

/// Every field of the row after the change, with its value before the change where it differs.
pub(super) fn changed_fields(before: &AttributeMapping, after: &AttributeMapping) -> Vec<FieldValue> {
    let old = form(before);
    let changed = |new: FormField| {
        let was = old.iter().find(|field| field.word == new.word);
        let differs = was.and_then(|field| field.value.as_ref()) != new.value.as_ref();
        let previous = differs.then(|| was.map_or_else(|| EMPTY.to_owned(), FormField::shown));
        new.with_previous(previous)
    };
    form(after).into_iter().map(changed).collect()
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
