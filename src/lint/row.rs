//! One attribute mapping, and one clause of a scoping filter, as a rule sees them.

use super::{Context, Field, Finding, Place};
use crate::directory::Person;
use crate::expression::functions::{DependsOn, Function, RoleForm, Yields};
use crate::expression::{Expression, Parsed};
use crate::plan::{AttributeMapping, AttributePath, Clause, MappingSource, ObjectKind, ScopingFilter};

/// One attribute mapping with its place and what was read of it.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    /// What rules look at.
    pub context: &'a Context<'a>,
    /// Users or groups.
    pub kind: ObjectKind,
    /// The place in the mapping table.
    pub index: usize,
    /// The mapping.
    pub mapping: &'a AttributeMapping,
}

impl Context<'_> {
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
}

impl<'a> Row<'a> {
    /// The target attribute as typed.
    pub fn target(&self) -> &'a str {
        &self.mapping.target_attribute
    }

    /// The target attribute's path. Nothing if it is not a path.
    pub fn path(&self) -> Option<&'a AttributePath<'a>> {
        self.context.path(self.kind, self.index)
    }

    /// Whether the target is this attribute in any spelling.
    pub fn is_to(&self, target: &AttributePath<'_>) -> bool {
        self.path().is_some_and(|path| path.same_as(target))
    }

    /// Whether this mapping of users goes to the core attribute of this name, in any spelling.
    pub fn is_user_attribute(&self, name: &str) -> bool {
        self.kind == ObjectKind::User && self.is_to(&AttributePath::core(name))
    }

    /// The parsed expression. Nothing if the mapping has none.
    pub fn expression(&self) -> Option<&'a Parsed> {
        self.context.expression(self.kind, self.index)
    }

    /// The tree of the expression. Nothing if the mapping has no expression, or one without any readable part.
    pub fn tree(&self) -> Option<&'a Expression> {
        self.expression()?.tree.as_ref()
    }

    /// The source attributes that it reads, directly or in its expression.
    pub fn reads(&self) -> &'a [String] {
        self.context.reads(self.kind, self.index)
    }

    /// Whether its source yields a value for everyone: a constant, or an expression that ends in a text.
    pub fn always_has_a_value(&self) -> bool {
        match &self.mapping.source {
            MappingSource::Constant { value } => !value.is_empty(),
            MappingSource::Expression { .. } => self.tree().is_some_and(always_has_a_value),
            MappingSource::Direct { .. } | MappingSource::None => false,
        }
    }

    /// The known functions that its expression calls.
    pub fn functions(&self) -> &'a [&'static Function] {
        self.context.functions(self.kind, self.index)
    }

    /// Whether its expression calls a function that returns roles in this form.
    pub fn returns_roles(&self, form: RoleForm) -> bool {
        self.functions().iter().any(|function| function.yields == Yields::Roles(form))
    }

    /// The function of its expression that returns something else at every evaluation: a random value, or the current
    /// time.
    pub fn differing_function(&self) -> Option<&'static Function> {
        let differs =
            |function: &&&'static Function| matches!(function.depends_on, DependsOn::Time | DependsOn::Chance);
        self.functions().iter().find(differs).copied()
    }

    /// Whether this mapping tells the application who somebody is: externalId, userName, or an attribute that matches.
    pub fn identifies(&self) -> bool {
        self.mapping.matching_precedence.is_some()
            || self.is_user_attribute("externalId")
            || self.is_user_attribute("userName")
    }

    /// Whether its expression calls one of the functions for app roles.
    pub fn calls_role_function(&self) -> bool {
        self.functions().iter().any(|function| matches!(function.yields, Yields::Roles(_)))
    }

    /// The text that this user mapping sends for each sample person who gets one.
    pub fn texts(&self) -> impl ExactSizeIterator<Item = (&'a Person, &'a str)> + use<'a> {
        self.context.texts(self.index)
    }

    /// A field of this mapping.
    pub const fn place(&self, field: Field) -> Place {
        Place::field(self.kind, self.index, field)
    }

    /// A finding at a field of this mapping.
    pub fn finding(&self, field: Field, message: impl Into<String>) -> Finding {
        Finding::new(self.place(field), Some(self.target()), message)
    }
}

fn always_has_a_value(node: &Expression) -> bool {
    match node {
        Expression::Text { value, .. } => !value.is_empty(),
        Expression::Call(call) if call.name.eq_ignore_ascii_case("Coalesce") => {
            call.arguments.iter().any(always_has_a_value)
        }
        _ => false,
    }
}

/// One clause with the filter around it.
#[derive(Clone, Copy)]
pub struct ClauseAt<'a> {
    /// What rules look at.
    pub context: &'a Context<'a>,
    /// Users or groups.
    pub kind: ObjectKind,
    /// All filters of this kind.
    pub filters: &'a [ScopingFilter],
    /// The filter that the clause belongs to.
    pub filter: &'a ScopingFilter,
    /// The place in the filter.
    pub index: usize,
    /// The clause.
    pub clause: &'a Clause,
}

impl ClauseAt<'_> {
    /// A finding about this clause.
    pub fn finding(&self, message: impl Into<String>) -> Finding {
        Finding::new(Place::table(self.kind), None, message)
    }
}
