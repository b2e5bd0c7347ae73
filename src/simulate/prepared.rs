//! One mapping prepared for many people: what does not depend on the person is looked up once.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::sync::Arc;

use serde_json::Value as Json;

use super::Reason;
use super::roles::{calls_role_function, role_in_request, roles_work};
use crate::catalog::{same_target, target_attribute, target_attributes};
use crate::expression::{Cell, Compiled, CompiledOutcome, Environment, ReadExpression, Row, Texts, Value, read};
use crate::plan::{AttributeMapping, AttributePath, AttributeType, MappingSource, ObjectKind, Plan};

/// A mapping that is ready to be asked for many people.
pub struct PreparedMapping<'a> {
    plan: &'a Plan,
    kind: ObjectKind,
    pub(super) line: &'a AttributeMapping,
    source: Source<'a>,
    /// Whether it calls a role function while everybody is provisioned.
    needs_assignment: bool,
    target: OnceCell<(AttributeType, bool)>,
}

enum Source<'a> {
    Direct(&'a str),
    Constant(&'a str),
    Expression(Arc<ReadExpression>),
    None,
}

/// What a mapping yields for a person, before it is known what for.
#[derive(Debug)]
pub enum Yield<'v> {
    /// The source has this value.
    Value(Sent<'v>),
    /// The source has no value.
    Empty,
    /// Nothing can be sent.
    Nothing(Reason),
}

/// A value in a request.
#[derive(Debug)]
pub enum Sent<'v> {
    /// A text, and whether it fits the target's type.
    Text(Cow<'v, str>, bool),
    /// A Boolean, a number, or a list.
    Json(Json),
}

impl From<Sent<'_>> for Json {
    fn from(sent: Sent<'_>) -> Self {
        match sent {
            Sent::Text(text, _) => text.into_owned().into(),
            Sent::Json(json) => json,
        }
    }
}

/// The placeholder for the document that Entra sends when appRoleAssignments is mapped directly.
const ROLES_AS_XML: &str = "{XML document of the app role assignments}";

impl<'a> PreparedMapping<'a> {
    /// Prepares a mapping.
    pub fn new(plan: &'a Plan, kind: ObjectKind, line: &'a AttributeMapping) -> Self {
        let source = match &line.source {
            MappingSource::Direct { attribute } => Source::Direct(attribute),
            MappingSource::Constant { value } => Source::Constant(value),
            MappingSource::Expression { expression } => Source::Expression(read(expression)),
            MappingSource::None => Source::None,
        };
        let needs_assignment = calls_role_function(&line.source) && !roles_work(plan);
        Self { plan, kind, line, source, needs_assignment, target: OnceCell::new() }
    }

    /// The source attributes that it reads, each once: what a row has to hold, in this order.
    pub fn attributes(&self) -> Vec<&str> {
        match &self.source {
            Source::Direct(attribute) => vec![attribute],
            Source::Expression(read) => {
                let attributes = read.compiled().map(Compiled::attributes).unwrap_or_default();
                attributes.iter().map(String::as_str).collect()
            }
            Source::Constant(_) | Source::None => Vec::new(),
        }
    }

    /// The expression, if it has one.
    pub(super) fn expression(&self) -> Option<&ReadExpression> {
        match &self.source {
            Source::Expression(read) => Some(read),
            _ => None,
        }
    }

    /// Whether it copies the app roles, which Entra sends in another form.
    pub(super) fn maps_roles_directly(&self) -> bool {
        matches!(self.source, Source::Direct("appRoleAssignments"))
    }

    /// What it yields for the person of a row. Adds what the evaluation costs to `steps`.
    pub fn yields<'v>(&'v self, row: &'v dyn Row, environment: &'v Environment, steps: &mut usize) -> Yield<'v> {
        if self.needs_assignment {
            return Yield::Nothing(Reason::NeedsAssignment);
        }
        let cell = match &self.source {
            Source::Direct(_) => row.cell(0),
            Source::Constant(value) => Cell::borrowed(value),
            Source::None => Cell::Null,
            Source::Expression(read) => {
                let Some(compiled) = read.compiled() else {
                    let first = read.parsed().errors.first().map_or_else(String::new, |error| error.message.clone());
                    return Yield::Nothing(Reason::Failed(first));
                };
                match compiled.evaluate_counting(row, environment, steps) {
                    CompiledOutcome::Value(cell) => cell,
                    CompiledOutcome::Ignored => return Yield::Nothing(Reason::Ignored),
                    CompiledOutcome::Error(error) if error.is_of_crosswalk() => {
                        return Yield::Nothing(Reason::NotSimulated(error.to_string()));
                    }
                    CompiledOutcome::Error(error) => return Yield::Nothing(Reason::Failed(error.to_string())),
                }
            }
        };
        if cell.is_null_or_empty() {
            return Yield::Empty;
        }
        if self.maps_roles_directly() {
            return Yield::Value(Sent::Text(ROLES_AS_XML.into(), true));
        }
        self.typed(cell)
    }

    /// The texts that it yields for many people at once, whose attributes are in columns, in the order of
    /// [`attributes`](Self::attributes). Nothing if each person needs [`yields`](Self::yields).
    pub fn texts<'v>(&'v self, slots: &[Texts<'v>], people: usize) -> Option<Texts<'v>> {
        if self.needs_assignment || self.maps_roles_directly() {
            return None;
        }
        match &self.source {
            Source::Direct(_) => slots.first().cloned(),
            Source::Constant(value) => Some(Texts::same(Some(value), people)),
            Source::None => Some(Texts::same(None, people)),
            Source::Expression(read) => read.compiled()?.texts(slots, people),
        }
    }

    /// Whether it yields one of a few texts that the plan has.
    pub fn yields_constants(&self) -> bool {
        match &self.source {
            Source::Direct(_) => false,
            Source::Constant(_) | Source::None => true,
            Source::Expression(read) => read.compiled().is_some_and(Compiled::yields_constants),
        }
    }

    /// What one of the [`texts`](Self::texts) is in a request.
    pub fn yields_text<'v>(&self, text: &'v str) -> Yield<'v> {
        if text.is_empty() { Yield::Empty } else { self.typed(Cell::borrowed(text)) }
    }

    /// Whether a text is itself in a request.
    pub fn sends_texts(&self) -> bool {
        !matches!(self.target().0, AttributeType::Boolean | AttributeType::Integer)
    }

    /// What the default value is in a request; nothing without one.
    pub fn default_value(&self) -> Option<Yield<'_>> {
        let default = self.line.default_value.as_deref().filter(|default| !default.is_empty())?;
        Some(self.typed(Cell::borrowed(default)))
    }

    /// The type of the target, and whether it takes several values.
    pub(super) fn target(&self) -> (AttributeType, bool) {
        *self.target.get_or_init(|| target_type(self.plan, self.kind, &self.line.target_attribute))
    }

    /// The value as JSON of the target's type. A value that does not fit is sent as text (not documented; assumed).
    fn typed<'v>(&self, cell: Cell<'v>) -> Yield<'v> {
        let (attribute_type, multivalued) = self.target();
        let cell = match cell {
            Cell::Text(text) => return Yield::Value(single(attribute_type, text)),
            other => other,
        };
        let value = cell.into_value();
        if let Value::List(items) = &value {
            // Role objects go as a whole, whatever the target's type.
            let roles: Vec<Json> = items
                .iter()
                .filter_map(|item| if let Value::Role(role) = item { role_in_request(role) } else { None })
                .collect();
            if !roles.is_empty() {
                return Yield::Value(Sent::Json(roles.into()));
            }
            if multivalued {
                let texts = items.iter().filter_map(Value::to_text);
                let items = texts.map(|item| single(attribute_type, item.into()).into()).collect();
                return Yield::Value(Sent::Json(Json::Array(items)));
            }
            if items.len() > 1 {
                return Yield::Nothing(Reason::SeveralValues);
            }
        }
        Yield::Value(single(attribute_type, value.to_text_or_empty().into()))
    }
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

fn single(attribute_type: AttributeType, text: Cow<'_, str>) -> Sent<'_> {
    match attribute_type {
        AttributeType::Boolean if text.eq_ignore_ascii_case("true") => Sent::Json(Json::Bool(true)),
        AttributeType::Boolean if text.eq_ignore_ascii_case("false") => Sent::Json(Json::Bool(false)),
        AttributeType::Boolean => Sent::Text(text, false),
        AttributeType::Integer => match text.parse::<i64>() {
            Ok(number) => Sent::Json(number.into()),
            Err(_) => Sent::Text(text, false),
        },
        _ => Sent::Text(text, true),
    }
}
