//! The value that a mapping sends for a person, or the reason why it sends none.

use serde_json::Value as Json;

use super::PersonAttributes;
use super::roles::{calls_role_function, role_in_request, roles_work};
use crate::catalog::{same_target, target_attribute, target_attributes};
use crate::directory::Person;
use crate::expression::{Attributes, Compiled, Environment, Outcome, ReadExpression, RoleForm, RoleText, Value, read};
use crate::plan::{AttributeFlowType, AttributeMapping, AttributePath, AttributeType, MappingSource, ObjectKind, Plan};

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

/// Why nothing is sent.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// The source has no value and there is no default.
    #[error("empty: {0} has no value")]
    Empty(String),
    /// The expression asked to leave the attribute out.
    #[error("ignored: the expression leaves the attribute out")]
    Ignored,
    /// The expression has no value.
    #[error("the expression fails: {0}")]
    Failed(String),
    /// Entra can evaluate the expression, and Crosswalk cannot.
    #[error("the expression fails: {0}")]
    NotSimulated(String),
    /// "Only during object creation", and this request does not create.
    #[error("applies only during object creation")]
    CreationOnly,
    /// Several values for an attribute that takes one.
    #[error("several values for an attribute that takes one (SchemaPropertyCanOnlyAcceptValue)")]
    SeveralValues,
    /// References follow in a separate request.
    #[error("follows in a separate request, when both objects exist")]
    Reference,
    /// Outside the extension pattern: not part of a create request.
    #[error(
        "left out of the create request, because the name does not follow the extension pattern. Entra sends it one cycle later as {0} (observed)"
    )]
    OneCycleLater(String),
    /// The target holds it already.
    #[error("unchanged: the target already has this value")]
    Unchanged,
    /// Nothing is known of what the target holds there.
    #[error("the file of existing users does not say what the target has there")]
    NotKnownAtTarget,
    /// It does not depend on what happened.
    #[error("not part of this request: it does not change with this event")]
    NotThisEvent,
    /// The manager is not provisioned.
    #[error("the reference is left out: {0}")]
    ManagerNotProvisioned(String),
    /// A role function while everybody is provisioned.
    #[error("role functions do not work with Sync all users and groups")]
    NeedsAssignment,
    /// The target path cannot be read, or is never sent.
    #[error("the target attribute cannot be sent: {0}")]
    Target(String),
}

impl Reason {
    /// Whether Entra reports an error for the person.
    pub const fn is_an_error(&self) -> bool {
        matches!(self, Self::Failed(_) | Self::SeveralValues)
    }
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

/// The same for a create request, with whether the default value flows.
pub fn resolve_for_create(plan: &Plan, kind: ObjectKind, mapping: usize, person: &Person) -> (Resolved, bool) {
    let resolved = resolve(plan, kind, mapping, person, Purpose::Create);
    let is_default = matches!(resolved.flow, Flow::Value { .. })
        && matches!(resolve(plan, kind, mapping, person, Purpose::Match).flow, Flow::DidNotFlow(Reason::Empty(_)));
    (resolved, is_default)
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
    if calls_role_function(&line.source) && !roles_work(plan) {
        return Flow::DidNotFlow(Reason::NeedsAssignment);
    }
    let (value, remark) = match source_value(plan, &line.source, person) {
        Ok(found) => found,
        Err(reason) => return Flow::DidNotFlow(reason),
    };
    if !value.is_null_or_empty() && maps_roles_directly(&line.source) {
        return Flow::Value { value: ROLES_AS_XML.into(), note: Some(ROLES_DIRECT.to_owned()) };
    }
    if !value.is_null_or_empty() {
        let mut flow = typed(plan, kind, line, &value);
        if let (Flow::Value { note, .. }, Some(remark)) = (&mut flow, remark) {
            *note = Some(note.take().map_or(remark.clone(), |note| format!("{note} {remark}")));
        }
        return flow;
    }
    // The default applies only on create, and for mapping type None also when the target is empty.
    let defaults = match purpose {
        Purpose::Match => false,
        Purpose::Create => true,
        Purpose::Update => line.source == MappingSource::None,
    };
    match line.default_value.as_deref().filter(|default| defaults && !default.is_empty()) {
        Some(default) => typed(plan, kind, line, &Value::text(default)),
        None => Flow::DidNotFlow(Reason::Empty(match &line.source {
            MappingSource::Direct { attribute } => attribute.clone(),
            MappingSource::Expression { .. } => "the expression".to_owned(),
            MappingSource::Constant { .. } => "the constant".to_owned(),
            MappingSource::None => "mapping type None".to_owned(),
        })),
    }
}

/// The placeholder for the document that Entra sends when appRoleAssignments is mapped directly.
const ROLES_AS_XML: &str = "{XML document of the app role assignments}";
const ROLES_DIRECT: &str = "appRoleAssignments is mapped directly: Entra sends an XML document with a constant type, not a \
                            role (observed). Use SingleAppRoleAssignment([appRoleAssignments]) or \
                            AppRoleAssignmentsComplex([appRoleAssignments]).";

fn maps_roles_directly(source: &MappingSource) -> bool {
    matches!(source, MappingSource::Direct { attribute } if attribute == "appRoleAssignments")
}

/// The value of a source, with what is worth knowing about it.
fn source_value(plan: &Plan, source: &MappingSource, person: &Person) -> Result<(Value, Option<String>), Reason> {
    match source {
        MappingSource::Direct { attribute } => Ok((PersonAttributes(person).get(attribute), None)),
        MappingSource::Constant { value } => Ok((Value::text(value.as_str()), None)),
        MappingSource::None => Ok((Value::Null, None)),
        MappingSource::Expression { expression } => {
            let read = read(expression);
            let Some(compiled) = read.compiled() else {
                let first = read.parsed().errors.first().map_or_else(String::new, |error| error.message.clone());
                return Err(Reason::Failed(first));
            };
            let environment = Environment {
                default_domain: plan.default_domain.clone(),
                now: person.seen_at,
                ..Environment::default()
            };
            match compiled.outcome(&PersonAttributes(person), &environment) {
                Outcome::Value(value) => {
                    let remark = other_role_text(&read, compiled, person, environment, &value);
                    Ok((value, remark))
                }
                Outcome::Ignored => Err(Reason::Ignored),
                Outcome::Error(error) if error.is_of_crosswalk() => Err(Reason::NotSimulated(error.to_string())),
                Outcome::Error(error) => Err(Reason::Failed(error.to_string())),
            }
        }
    }
}

/// Which text of a role is sent is not documented: what the other one would send, where that differs.
fn other_role_text(
    read: &ReadExpression,
    compiled: &Compiled,
    person: &Person,
    environment: Environment,
    value: &Value,
) -> Option<String> {
    if !read.hands_over_roles(RoleForm::Single) {
        return None;
    }
    let environment = Environment { role_text: RoleText::DisplayName, ..environment };
    let other = match compiled.outcome(&PersonAttributes(person), &environment) {
        Outcome::Value(other) if other == *value => return None,
        Outcome::Value(Value::Null) | Outcome::Ignored => "nothing is sent".to_owned(),
        Outcome::Value(other) => format!("{:?} is sent", other.to_text_or_empty()),
        Outcome::Error(error) => format!("the expression fails: {error}"),
    };
    Some(format!(
        "Assumed: SingleAppRoleAssignment returns the role's value. Microsoft does not document it. If it returns the \
         display name, {other}."
    ))
}

/// The value as JSON of the target's type. A value that does not fit is sent as text and reported (not documented;
/// assumed).
fn typed(plan: &Plan, kind: ObjectKind, line: &AttributeMapping, value: &Value) -> Flow {
    let path = line.target_attribute.as_str();
    let (attribute_type, multivalued) = target_type(plan, kind, path);
    if let Value::List(items) = value {
        // Role objects go as a whole, whatever the target's type.
        let roles: Vec<Json> = items
            .iter()
            .filter_map(|item| if let Value::Role(role) = item { role_in_request(role) } else { None })
            .collect();
        if !roles.is_empty() {
            return Flow::Value { value: roles.into(), note: None };
        }
        if multivalued {
            let items = items.iter().filter_map(Value::to_text).map(|item| single(attribute_type, &item).0).collect();
            return Flow::Value { value: Json::Array(items), note: None };
        }
        if items.len() > 1 {
            return Flow::DidNotFlow(Reason::SeveralValues);
        }
    }
    let (value, fits) = single(attribute_type, &value.to_text_or_empty());
    let note = (!fits)
        .then(|| format!("{path} has the type {}. The value does not fit and is sent as text.", attribute_type.name()));
    Flow::Value { value, note }
}

/// The type of a target path, and whether it takes several values.
fn target_type(plan: &Plan, kind: ObjectKind, path: &str) -> (AttributeType, bool) {
    let catalogued = target_attribute(kind, path)
        .or_else(|| target_attributes(kind).iter().find(|attribute| same_target(attribute.path, path)));
    let defined = || plan.attribute_definitions.target.iter().find(|definition| definition.name == path);
    if let Some(known) = catalogued.map(|one| (one.attribute_type, one.multivalued)) {
        return known;
    }
    if let Some(known) = defined().map(|one| (one.attribute_type, one.multivalued)) {
        return known;
    }
    // `emails[type eq "work"].primary` and its like (RFC 7643 section 2.4).
    let primary = AttributePath::parse(path).is_ok_and(|path| {
        path.filter.is_some() && path.sub_attribute.is_some_and(|sub| sub.eq_ignore_ascii_case("primary"))
    });
    (if primary { AttributeType::Boolean } else { AttributeType::String }, false)
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
