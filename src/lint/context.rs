//! What rules look at: the plan, the people at hand, and every expression parsed once.

use std::cell::OnceCell;

use super::memory::{Memory, ReadExpression, Table};
use super::{ClauseAt, Row};
use crate::catalog::Capability;
use crate::directory::Person;
use crate::expression::Parsed;
use crate::plan::{AttributeMapping, AttributePath, MappingSource, ObjectKind, Plan};
use crate::simulate::{Flow, resolve_value};

/// The plan with what is derived from it for all rules.
pub struct Context<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The people at hand. Rules that need people are silent without any.
    pub people: &'a [Person],
    tables: Vec<(ObjectKind, Table)>,
    paths: Vec<(ObjectKind, Vec<Option<AttributePath<'a>>>)>,
    /// For each user mapping, the text that it sends for people by their place in the list; worked out when asked for.
    texts: Vec<OnceCell<Vec<(usize, String)>>>,
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
        let paths = paths.collect();
        let users = plan.object_mapping(ObjectKind::User).map_or(0, |users| users.attribute_mappings.len());
        Self { plan, people, tables: memory.read(plan), paths, texts: vec![OnceCell::new(); users] }
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

    /// One attribute mapping by its place.
    pub fn row(&self, kind: ObjectKind, index: usize) -> Option<Row<'_>> {
        let mapping = self.plan.attribute_mapping(kind, index)?;
        Some(Row { context: self, kind, index, mapping })
    }

    /// Every attribute mapping of both kinds.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.plan.object_mappings.iter().flat_map(|object| {
            let rows = object.attribute_mappings.iter().enumerate();
            rows.map(|(index, mapping)| Row { context: self, kind: object.kind, index, mapping })
        })
    }

    /// The mappings of users.
    pub fn user_rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows().filter(|row| row.kind == ObjectKind::User)
    }

    /// The user mappings to a target attribute in any spelling.
    pub fn user_rows_to(&self, target: &str) -> Vec<Row<'_>> {
        let Ok(wanted) = AttributePath::parse(target) else { return Vec::new() };
        self.user_rows().filter(|row| row.is_to(&wanted)).collect()
    }

    /// Every clause of every scoping filter.
    pub fn clauses(&self) -> impl Iterator<Item = ClauseAt<'_>> {
        self.plan.object_mappings.iter().flat_map(move |object| {
            let (kind, filters) = (object.kind, object.scoping_filters.as_slice());
            filters.iter().flat_map(move |filter| {
                let clauses = filter.clauses.iter().enumerate();
                clauses.map(move |(index, clause)| ClauseAt { context: self, kind, filters, filter, index, clause })
            })
        })
    }

    /// Whether the application has a capability.
    pub fn target_has(&self, capability: Capability) -> bool {
        capability.of(self.plan.target_kind())
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
    pub fn texts(&self, mapping: usize) -> impl ExactSizeIterator<Item = (&Person, &str)> {
        let text =
            |(at, person): (usize, &Person)| match resolve_value(self.plan, ObjectKind::User, mapping, person, true)
                .flow
            {
                Flow::Value { value: serde_json::Value::String(value), .. } => Some((at, value)),
                _ => None,
            };
        let resolve = || self.people.iter().enumerate().filter_map(text).collect();
        let known: &[(usize, String)] = self.texts.get(mapping).map_or(&[], |known| known.get_or_init(resolve));
        known.iter().map(|(at, text)| (&self.people[*at], text.as_str()))
    }

    /// Whether a text has the form of an e-mail address.
    #[allow(clippy::unused_self, reason = "rules reach what they share through the context")]
    pub fn is_email(&self, text: &str) -> bool {
        text.split_once('@').is_some_and(|(name, domain)| {
            let dotted = domain.contains('.') && !domain.starts_with('.') && !domain.ends_with('.');
            !name.is_empty() && dotted && !domain.contains('@') && !text.contains(char::is_whitespace)
        })
    }

    /// Whether the plan maps users at all; without it rules about users are silent.
    pub fn maps_users(&self) -> bool {
        self.plan.object_mapping(ObjectKind::User).is_some()
    }
}
