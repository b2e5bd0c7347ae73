//! The source of a mapping, with every form that says the same.

use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::exchange::graph_schema::source_reading::read_source;
use crate::exchange::graph_schema::source_writing::source_value;
use crate::exchange::json::Document;
use crate::expression::quote;
use crate::plan::MappingSource;

/// A source to set where it says something else.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SourceEdit {
    /// What it is set to, members that are unknown being kept.
    pub value: Value,
    /// Members that say no more than their absence: not added where they are absent.
    pub needless: Vec<String>,
    /// The same is said by each source that has all members of one of these with these values, an absent one being
    /// null; null stands for no source.
    pub same: Vec<Value>,
}

pub(super) fn source_edit(source: &MappingSource) -> SourceEdit {
    let value = source_value(source).0;
    let is_attribute = value.get("type").is_some_and(|kind| kind == "Attribute");
    let needless = |(name, value): (&String, &Value)| {
        let says_nothing = value.as_array().is_some_and(Vec::is_empty);
        (says_nothing || is_attribute && ["type", "expression"].contains(&name.as_str())).then(|| name.clone())
    };
    let needless = value.as_object().map(|members| members.iter().filter_map(needless).collect()).unwrap_or_default();
    SourceEdit { needless, same: same(source), value }
}

/// Candidates that the import reads as this source.
fn same(source: &MappingSource) -> Vec<Value> {
    let (bare, texts) = match source {
        MappingSource::None => return vec![Value::Null],
        MappingSource::Direct { attribute } => (attribute, vec![format!("[{attribute}]")]),
        MappingSource::Constant { value } => (value, vec![quote(value), value.clone()]),
        MappingSource::Expression { expression } => (expression, vec![expression.clone()]),
    };
    let texts = texts.into_iter().map(Value::from).chain([Value::Null]);
    let mut same = Vec::new();
    for text in texts {
        for kind in [json!("Attribute"), Value::Null, json!("Constant"), json!("Function")] {
            let candidate = json!({ "type": kind, "expression": text });
            let named = |name: &str| with_name(&candidate, name);
            // Whatever the name is, the text alone decides.
            let any_name =
                !text.is_null() && [named("\u{1}other"), candidate.clone()].iter().all(|one| reads(one, source));
            if any_name {
                same.push(candidate);
            } else if reads(&named(bare), source) {
                same.push(named(bare));
            }
        }
    }
    same
}

fn with_name(candidate: &Value, name: &str) -> Value {
    let mut members = candidate.as_object().cloned().unwrap_or_else(Map::new);
    members.insert("name".to_owned(), Value::from(name));
    Value::Object(members)
}

fn reads(candidate: &Value, source: &MappingSource) -> bool {
    let document = Document::parse(candidate.to_string());
    document.is_ok_and(|document| read_source(Some(&document.root()), &mut Vec::new()).as_ref() == Some(source))
}
