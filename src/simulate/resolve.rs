//! The value that a mapping sends for a person, or the reason why it sends none.

use serde_json::Value as Json;

use super::prepared::{PreparedMapping, Sent, Yield};
use super::{PersonAttributes, Reason};
use crate::directory::Person;
use crate::expression::{Attributes, Environment, Outcome, ReadExpression, RoleForm, RoleText, Value};
use crate::plan::{AttributeFlowType, AttributeMapping, MappingSource, ObjectKind, Plan};

/// The result of one mapping.
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
        /// The value in the request, converted to the target's type.
        value: Json,
        /// What is worth knowing about it, such as a text that does not fit the target's type.
        note: Option<String>,
    },
    /// Nothing is sent.
    DidNotFlow(Reason),
}

/// What a value is resolved for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// A match query: neither defaults nor "Only during object creation" matter.
    Match,
    /// A create request: defaults apply.
    Create,
    /// An update: creation-only mappings stay out, and defaults too, except for mapping type None.
    Update,
}

/// Resolves one mapping for a person. `creating` decides about defaults and creation-only mappings. A mapping that the
/// plan does not have resolves to a reason.
pub fn resolve_value(plan: &Plan, kind: ObjectKind, mapping: usize, person: &Person, creating: bool) -> Resolved {
    resolve(plan, kind, mapping, person, if creating { Purpose::Create } else { Purpose::Update })
}

/// Resolves all mappings of a kind, in the order of the table.
pub(super) fn resolve_all(plan: &Plan, kind: ObjectKind, person: &Person, purpose: Purpose) -> Vec<Resolved> {
    let count = plan.object_mapping(kind).map_or(0, |object| object.attribute_mappings.len());
    (0..count).map(|index| resolve(plan, kind, index, person, purpose)).collect()
}

pub(super) fn resolve(plan: &Plan, kind: ObjectKind, mapping: usize, person: &Person, purpose: Purpose) -> Resolved {
    let Some(line) = plan.attribute_mapping(kind, mapping) else {
        let reason = Reason::Target("the plan has no such mapping".to_owned());
        return Resolved { mapping, target: String::new(), flow: Flow::DidNotFlow(reason) };
    };
    let mut flow = flow(plan, kind, line, person, purpose);
    if let Flow::Value { note, .. } = &mut flow
        && !matches!(line.flow_type, AttributeFlowType::Always | AttributeFlowType::ObjectAddOnly)
    {
        let remark = format!("The flow type of {} is simulated as Always.", line.target_attribute);
        *note = Some(note.take().map_or(remark.clone(), |note| format!("{note} {remark}")));
    }
    Resolved { mapping, target: line.target_attribute.clone(), flow }
}

fn flow(plan: &Plan, kind: ObjectKind, line: &AttributeMapping, person: &Person, purpose: Purpose) -> Flow {
    if purpose == Purpose::Update && line.flow_type == AttributeFlowType::ObjectAddOnly {
        return Flow::DidNotFlow(Reason::CreationOnly);
    }
    let prepared = PreparedMapping::new(plan, kind, line);
    let attributes = PersonAttributes(person);
    let row: Vec<Value> = prepared.attributes().into_iter().map(|name| attributes.get(name)).collect();
    let environment = environment(plan, person.seen_at);
    let (sent, remark) = match prepared.yields(&row, &environment, &mut 0) {
        Yield::Value(sent) if prepared.maps_roles_directly() => (sent, Some(ROLES_DIRECT.to_owned())),
        Yield::Value(sent) => {
            let remark = prepared.expression().and_then(|read| other_role_text(read, person, &environment));
            (sent, remark)
        }
        Yield::Nothing(reason) => return Flow::DidNotFlow(reason),
        Yield::Empty => {
            // The default applies only on create, and for mapping type None also when the target is empty.
            let defaults = match purpose {
                Purpose::Match => false,
                Purpose::Create => true,
                Purpose::Update => line.source == MappingSource::None,
            };
            match prepared.default_value().filter(|_| defaults) {
                Some(Yield::Value(sent)) => (sent, None),
                Some(Yield::Nothing(reason)) => return Flow::DidNotFlow(reason),
                Some(Yield::Empty) | None => return Flow::DidNotFlow(Reason::Empty(source_words(&line.source))),
            }
        }
    };
    let note = match &sent {
        Sent::Text(_, false) => {
            let (path, name) = (&line.target_attribute, prepared.target().0.name());
            Some(format!("{path} has the type {name}. The value does not fit and is sent as text."))
        }
        _ => None,
    };
    let notes: Vec<String> = note.into_iter().chain(remark).collect();
    Flow::Value { value: sent.into(), note: (!notes.is_empty()).then(|| notes.join(" ")) }
}

/// What expressions take from outside the person.
pub fn environment(plan: &Plan, seen_at: Option<i64>) -> Environment {
    Environment { default_domain: plan.default_domain.clone(), now: seen_at, ..Environment::default() }
}

/// What has no value.
fn source_words(source: &MappingSource) -> String {
    match source {
        MappingSource::Direct { attribute } => attribute.clone(),
        MappingSource::Expression { .. } => "the expression".to_owned(),
        MappingSource::Constant { .. } => "the constant".to_owned(),
        MappingSource::None => "mapping type None".to_owned(),
    }
}

const ROLES_DIRECT: &str = "appRoleAssignments is mapped directly: Entra sends an XML document with a constant type, not a \
                            role (observed). Use SingleAppRoleAssignment([appRoleAssignments]) or \
                            AppRoleAssignmentsComplex([appRoleAssignments]).";

/// Which text of a role is sent is not documented: what the other one would send, where that differs.
fn other_role_text(read: &ReadExpression, person: &Person, environment: &Environment) -> Option<String> {
    if !read.hands_over_roles(RoleForm::Single) {
        return None;
    }
    let compiled = read.compiled()?;
    let outcome = |environment: &Environment| compiled.outcome(&PersonAttributes(person), environment);
    let value = outcome(environment);
    let other = match outcome(&Environment { role_text: RoleText::DisplayName, ..environment.clone() }) {
        other if other == value => return None,
        Outcome::Value(Value::Null) | Outcome::Ignored => "nothing is sent".to_owned(),
        Outcome::Value(other) => format!("{:?} is sent", other.to_text_or_empty()),
        Outcome::Error(error) => format!("the expression fails: {error}"),
    };
    Some(format!(
        "Assumed: SingleAppRoleAssignment returns the role's value. Microsoft does not document it. If it returns the \
         display name, {other}."
    ))
}
