//! What rules look at: the plan, the people at hand, and every expression parsed once.

use super::changed::MappingPlace;
use super::memory::{Memory, ReadExpression, Table};
use crate::directory::Person;
use crate::expression::Parsed;
use crate::plan::{AttributeMapping, AttributePath, MappingSource, ObjectKind, Plan};
use crate::simulate::{Flow, resolve_value};

/// The plan with what is derived from it for all rules.
pub struct Context<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The people at hand; rules that need people are silent without any.
    pub people: &'a [Person],
    /// The mappings to look at; nothing for all.
    pub(super) only: Option<Vec<MappingPlace>>,
    tables: Vec<(ObjectKind, Table)>,
    paths: Vec<(ObjectKind, Vec<Option<AttributePath<'a>>>)>,
}

impl<'a> Context<'a> {
    /// Reads every expression of the plan.
    pub fn new(plan: &'a Plan, people: &'a [Person]) -> Self {
        Self::remembering(plan, people, &mut Memory::default())
    }

    /// The same with what was read before.
    pub(super) fn remembering(plan: &'a Plan, people: &'a [Person], memory: &mut Memory) -> Self {
        let paths = plan.object_mappings.iter().map(|object| {
            let path = |mapping: &'a AttributeMapping| AttributePath::parse(&mapping.target_attribute).ok();
            (object.kind, object.attribute_mappings.iter().map(path).collect())
        });
        Self { plan, people, only: None, tables: memory.read(plan), paths: paths.collect() }
    }

    fn table(&self, kind: ObjectKind) -> &Table {
        static NOTHING: Table = Table::new();
        self.tables.iter().find(|(of, _)| *of == kind).map_or(&NOTHING, |(_, table)| table)
    }

    pub(super) fn read(&self, kind: ObjectKind, mapping: usize) -> Option<&ReadExpression> {
        self.table(kind).get(mapping)?.as_deref()
    }

    /// The path of a mapping's target; nothing where it is none.
    pub fn path(&self, kind: ObjectKind, mapping: usize) -> Option<&AttributePath<'a>> {
        let (_, paths) = self.paths.iter().find(|(of, _)| *of == kind)?;
        paths.get(mapping)?.as_ref()
    }

    /// The parsed expression of a mapping that has one.
    pub fn expression(&self, kind: ObjectKind, mapping: usize) -> Option<&Parsed> {
        self.read(kind, mapping).map(|read| &read.parsed)
    }

    /// Every attribute mapping of both kinds with its place.
    pub fn mappings(&self) -> impl Iterator<Item = (ObjectKind, usize, &'a AttributeMapping)> {
        let plan = self.plan;
        let all = plan.object_mappings.iter().filter(|_| self.only.is_none()).flat_map(|object| {
            object.attribute_mappings.iter().enumerate().map(|(index, mapping)| (object.kind, index, mapping))
        });
        let some = self.only.iter().flatten();
        let some = some.filter_map(|(kind, index)| Some((*kind, *index, plan.attribute_mapping(*kind, *index)?)));
        all.chain(some)
    }

    /// The user mappings, which the rules about externalId, active, locale and userName look at.
    pub fn user_mappings(&self) -> impl Iterator<Item = (usize, &'a AttributeMapping)> {
        self.mappings().filter(|(kind, _, _)| *kind == ObjectKind::User).map(|(_, index, mapping)| (index, mapping))
    }

    /// The user mappings to a target attribute, however it is spelled.
    pub fn user_mappings_to(&self, target: &str) -> Vec<(usize, &'a AttributeMapping)> {
        let Ok(wanted) = AttributePath::parse(target) else { return Vec::new() };
        self.user_mappings()
            .filter(|(index, _)| self.path(ObjectKind::User, *index).is_some_and(|path| path.same_as(&wanted)))
            .collect()
    }

    /// The source attributes that a mapping reads, directly or in its expression.
    pub fn reads(&self, kind: ObjectKind, mapping: usize) -> &[String] {
        match self.plan.attribute_mapping(kind, mapping).map(|mapping| &mapping.source) {
            Some(MappingSource::Direct { attribute }) => std::slice::from_ref(attribute),
            _ => self.read(kind, mapping).map_or(&[], |read| &read.reads),
        }
    }

    /// The functions that a mapping's expression calls, as typed.
    pub fn calls(&self, kind: ObjectKind, mapping: usize) -> &[String] {
        self.read(kind, mapping).map_or(&[], |read| &read.calls)
    }

    /// The text that a user mapping sends for each person at hand who gets one.
    pub fn texts(&self, mapping: usize) -> Vec<(&'a Person, String)> {
        let text = |person: &'a Person| match resolve_value(self.plan, ObjectKind::User, mapping, person, true).flow {
            Flow::Value { value, .. } => value.as_str().map(|value| (person, value.to_owned())),
            Flow::DidNotFlow(_) => None,
        };
        self.people.iter().filter_map(text).collect()
    }

    /// Whether a text has the form of an e-mail address.
    #[allow(clippy::unused_self, reason = "rules reach what they share through the context")]
    pub fn is_email(&self, text: &str) -> bool {
        text.split_once('@').is_some_and(|(name, domain)| {
            let dotted = domain.contains('.') && !domain.starts_with('.') && !domain.ends_with('.');
            !name.is_empty() && dotted && !domain.contains('@') && !text.contains(char::is_whitespace)
        })
    }

    /// Whether the plan maps users at all; without it the rules about users have nothing to say.
    pub fn maps_users(&self) -> bool {
        self.plan.object_mapping(ObjectKind::User).is_some()
    }
}
