//! What rules look at: the plan, the sample people, and every expression parsed once.

use std::cell::OnceCell;
use std::collections::HashMap;

use super::memory::{CheckedExpression, Memory, Table};
use super::scope_memory::{ScopeMemory, scope_attributes};
use crate::catalog::{Capability, Description, TargetProfile, Words, profile_of};
use crate::directory::Person;
use crate::expression::Parsed;
use crate::expression::functions::Function;
use crate::plan::{AttributeDefinition, AttributeMapping, AttributePath, MappingSource, ObjectKind, Plan};
use crate::simulate::{Flow, Verdict, resolve_value};

/// Where the source attributes of a plan are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceList {
    /// In the catalogue: the plan was not imported.
    Catalogue,
    /// In the directory of the imported file.
    File,
    /// Nowhere: the imported file has no source directory.
    Missing,
}

/// The plan with everything that rules derive from it.
pub struct Context<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The sample people. Rules that need people are silent without any.
    pub people: &'a [Person],
    tables: Vec<(ObjectKind, Table)>,
    paths: Vec<(ObjectKind, Vec<Option<AttributePath<'a>>>)>,
    /// For each user mapping, the text that it sends for people by their place in the list; resolved when a rule asks for it.
    texts: Vec<OnceCell<Vec<(usize, String)>>>,
    /// The attributes that the plan adds to either list, by name.
    sources: HashMap<&'a str, &'a AttributeDefinition>,
    targets: HashMap<&'a str, &'a AttributeDefinition>,
    /// What the application says about its attributes.
    description: Description<'a>,
    profile: &'static TargetProfile,
    scope_attributes: Vec<&'a str>,
    scope: ScopeMemory,
}

impl<'a> Context<'a> {
    /// Reads every expression of the plan.
    pub fn new(plan: &'a Plan, people: &'a [Person]) -> Self {
        Self::remembering(plan, people, &mut Memory::default())
    }

    /// The same, with expressions that were read before.
    pub(super) fn remembering(plan: &'a Plan, people: &'a [Person], memory: &mut Memory) -> Self {
        let paths = plan.object_mappings.iter().map(|object| {
            let path = |mapping: &'a AttributeMapping| AttributePath::parse(&mapping.target_attribute).ok();
            (object.kind, object.attribute_mappings.iter().map(path).collect())
        });
        let paths = paths.collect();
        let users = plan.object_mapping(ObjectKind::User).map_or(0, |users| users.attribute_mappings.len());
        Self {
            plan,
            people,
            tables: memory.read(plan),
            paths,
            texts: vec![OnceCell::new(); users],
            sources: by_name(&plan.attribute_definitions.source),
            targets: by_name(&plan.attribute_definitions.target),
            description: Description::of(plan),
            profile: profile_of(plan),
            scope_attributes: scope_attributes(plan),
            scope: ScopeMemory::default(),
        }
    }

    fn table(&self, kind: ObjectKind) -> &Table {
        static NOTHING: Table = Table::new();
        self.tables.iter().find(|(of, _)| *of == kind).map_or(&NOTHING, |(_, table)| table)
    }

    pub(super) fn read(&self, kind: ObjectKind, mapping: usize) -> Option<&CheckedExpression> {
        self.table(kind).get(mapping)?.as_deref()
    }

    /// The path of a mapping's target. Nothing if it is not a path.
    pub fn path(&self, kind: ObjectKind, mapping: usize) -> Option<&AttributePath<'a>> {
        let (_, paths) = self.paths.iter().find(|(of, _)| *of == kind)?;
        paths.get(mapping)?.as_ref()
    }

    /// The parsed expression of a mapping that has one.
    pub fn expression(&self, kind: ObjectKind, mapping: usize) -> Option<&Parsed> {
        self.read(kind, mapping).map(|checked| checked.read.parsed())
    }

    /// Whether the application has a capability.
    pub fn target_has(&self, capability: Capability) -> bool {
        self.profile.has(capability)
    }

    /// The application's profile.
    pub const fn profile(&self) -> &'static TargetProfile {
        self.profile
    }

    /// What sentences call the application.
    pub const fn words(&self) -> Words {
        self.profile.words
    }

    /// What the application says about its attributes.
    pub const fn description(&self) -> &Description<'a> {
        &self.description
    }

    /// The source attributes that a mapping reads, directly or in its expression.
    pub fn reads(&self, kind: ObjectKind, mapping: usize) -> &[String] {
        match self.plan.attribute_mapping(kind, mapping).map(|mapping| &mapping.source) {
            Some(MappingSource::Direct { attribute }) => std::slice::from_ref(attribute),
            _ => self.read(kind, mapping).map_or(&[], |checked| checked.read.reads()),
        }
    }

    /// The known functions that a mapping's expression calls.
    pub fn functions(&self, kind: ObjectKind, mapping: usize) -> &[&'static Function] {
        self.read(kind, mapping).map_or(&[], |checked| checked.read.functions())
    }

    /// The text that a user mapping sends for each sample person who gets one.
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

    /// Whether the plan comes from a file, and whether that file lists the source attributes of this kind.
    pub fn source_list(&self, kind: ObjectKind) -> SourceList {
        match self.plan.object_mapping(kind).and_then(|object| object.graph.as_ref()) {
            None => SourceList::Catalogue,
            Some(graph) if graph.source_unlisted => SourceList::Missing,
            Some(_) => SourceList::File,
        }
    }

    /// Whether the plan adds a source attribute to Entra's list.
    pub fn defines_source(&self, name: &str) -> bool {
        self.sources.contains_key(name)
    }

    /// The source attribute that the plan adds under this name.
    pub fn source_definition(&self, name: &str) -> Option<&'a AttributeDefinition> {
        self.sources.get(name).copied()
    }

    /// The target attribute that the plan adds under this name.
    pub fn target_definition(&self, name: &str) -> Option<&'a AttributeDefinition> {
        self.targets.get(name).copied()
    }

    /// Whether a sample person, or a manager, is in scope.
    pub fn scope_of(&self, person: &Person) -> Verdict {
        self.scope.verdict(self.plan, &self.scope_attributes, person)
    }

    /// Whether the plan maps users at all; without it rules about users are silent.
    pub fn maps_users(&self) -> bool {
        self.plan.object_mapping(ObjectKind::User).is_some()
    }
}

/// Of one name the first definition counts.
fn by_name(definitions: &[AttributeDefinition]) -> HashMap<&str, &AttributeDefinition> {
    definitions.iter().rev().map(|definition| (definition.name.as_str(), definition)).collect()
}
