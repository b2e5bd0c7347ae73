//! The value that a mapping sends for a person, or the reason why it sends none.

use serde_json::Value as Json;

use super::PersonAttributes;
use crate::catalog::target_attribute;
use crate::directory::Person;
use crate::expression::{Attributes, Environment, Evaluation, Outcome, Value, evaluate, parse};
use crate::plan::{AttributeFlowType, AttributeMapping, AttributeType, MappingSource, ObjectKind, Plan};

/// What one mapping comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Resolved {
    /// The mapping's place in its table.
    pub mapping: usize,
    /// Its target attribute.
    pub target: String,
    /// The value or the reason.
    pub flow: Flow,
}

/// Whether a value flows.
#[derive(Clone, Debug, PartialEq)]
pub enum Flow {
    /// This value is sent.
    Value {
        /// As it stands in the request, converted to the target's type.
        value: Json,
        /// What is worth knowing about it, such as a text that does not fit the target's type.
        note: Option<String>,
    },
    /// Nothing is sent.
    DidNotFlow(Reason),
}

/// Why nothing is sent.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// The source has no value and there is no default.
    #[error("empty: {0} has no value for this person")]
    Empty(String),
    /// The expression asked to leave the attribute out.
    #[error("ignored: the expression leaves the attribute out")]
    Ignored,
    /// The expression has no value.
    #[error("the expression fails: {0}")]
    Failed(String),
    /// "Only during object creation", and this is no creation.
    #[error("applies only during object creation")]
    CreationOnly,
    /// Several values for an attribute that takes one.
    #[error("several values for an attribute that takes one (SchemaPropertyCanOnlyAcceptValue)")]
    SeveralValues,
    /// References follow in a request of their own.
    #[error("follows in a request of its own, once both people exist")]
    Reference,
    /// The target path cannot be read, or is never sent.
    #[error("the target attribute cannot be sent: {0}")]
    Target(String),
}

/// Resolves one mapping for a person. `creating` decides about defaults and creation-only mappings. A mapping that the
/// plan does not have resolves to a reason.
pub fn resolve_value(plan: &Plan, kind: ObjectKind, mapping: usize, person: &Person, creating: bool) -> Resolved {
    let Some(line) = plan.attribute_mapping(kind, mapping) else {
        let reason = Reason::Target("there is no such mapping".to_owned());
        return Resolved { mapping, target: String::new(), flow: Flow::DidNotFlow(reason) };
    };
    let flow = flow(plan, kind, line, person, creating);
    Resolved { mapping, target: line.target_attribute.clone(), flow }
}

fn flow(plan: &Plan, kind: ObjectKind, line: &AttributeMapping, person: &Person, creating: bool) -> Flow {
    if !creating && line.flow_type == AttributeFlowType::ObjectAddOnly {
        return Flow::DidNotFlow(Reason::CreationOnly);
    }
    let value = match source_value(plan, &line.source, person) {
        Ok(value) => value,
        Err(reason) => return Flow::DidNotFlow(reason),
    };
    if !value.is_null_or_empty() {
        return typed(plan, kind, line, &value);
    }
    // The default applies on create alone.
    match line.default_value.as_deref().filter(|default| creating && !default.is_empty()) {
        Some(default) => typed(plan, kind, line, &Value::text(default)),
        None => Flow::DidNotFlow(Reason::Empty(match &line.source {
            MappingSource::Direct { attribute } => attribute.clone(),
            MappingSource::Expression { .. } => "the expression".to_owned(),
            MappingSource::Constant { .. } => "the constant".to_owned(),
            MappingSource::None => "mapping type None".to_owned(),
        })),
    }
}

fn source_value(plan: &Plan, source: &MappingSource, person: &Person) -> Result<Value, Reason> {
    match source {
        MappingSource::Direct { attribute } => Ok(PersonAttributes(person).get(attribute)),
        MappingSource::Constant { value } => Ok(Value::text(value.as_str())),
        MappingSource::None => Ok(Value::Null),
        MappingSource::Expression { expression } => {
            let parsed = parse(expression);
            let Some(tree) = parsed.tree.as_ref().filter(|_| !parsed.is_broken()) else {
                let first = parsed.errors.first().map_or_else(String::new, |error| error.message.clone());
                return Err(Reason::Failed(first));
            };
            let environment = Environment { default_domain: plan.default_domain.clone() };
            let Evaluation { outcome, .. } = evaluate(tree, &PersonAttributes(person), &environment);
            match outcome {
                Outcome::Value(value) => Ok(value),
                Outcome::Ignored => Err(Reason::Ignored),
                Outcome::Error(error) => Err(Reason::Failed(error.to_string())),
            }
        }
    }
}

/// The value as JSON of the target's type. A text that does not fit is sent as text and reported (not documented; assumed).
fn typed(plan: &Plan, kind: ObjectKind, line: &AttributeMapping, value: &Value) -> Flow {
    let path = line.target_attribute.as_str();
    let defined = plan.attribute_definitions.target.iter().find(|definition| definition.name == path);
    let catalogued = target_attribute(kind, path);
    let attribute_type = catalogued
        .map(|target| target.attribute_type)
        .or_else(|| defined.map(|definition| definition.attribute_type))
        .unwrap_or_default();
    let multivalued =
        catalogued.map(|target| target.multivalued).or_else(|| defined.map(|one| one.multivalued)).unwrap_or_default();
    if let Value::List(items) = value {
        if multivalued {
            let items = items.iter().filter_map(Value::to_text).map(|item| single(attribute_type, &item).0).collect();
            return Flow::Value { value: Json::Array(items), note: None };
        }
        if items.len() > 1 {
            return Flow::DidNotFlow(Reason::SeveralValues);
        }
    }
    let (value, fits) = single(attribute_type, &value.to_text_or_empty());
    let note = (!fits).then(|| format!("{path} is of type {}; the text does not fit it", attribute_type.name()));
    Flow::Value { value, note }
}

fn single(attribute_type: AttributeType, text: &str) -> (Json, bool) {
    match attribute_type {
        AttributeType::Boolean if text.eq_ignore_ascii_case("true") => (Json::Bool(true), true),
        AttributeType::Boolean if text.eq_ignore_ascii_case("false") => (Json::Bool(false), true),
        AttributeType::Boolean => (text.into(), false),
        AttributeType::Integer => match text.parse::<i64>() {
            Ok(number) => (number.into(), true),
            Err(_) => (text.into(), false),
        },
        _ => (text.into(), true),
    }
}
