//! One attribute mapping, and one clause of a scoping filter, as a rule sees them.

use super::{Context, Field, Finding, Place};
use crate::directory::Person;
use crate::expression::{Expression, Parsed};
use crate::plan::{AttributeMapping, AttributePath, Clause, ObjectKind, ScopingFilter};

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

    /// Whether its expression calls one of these functions, in any case.
    pub fn calls(&self, functions: &[&str]) -> bool {
        let calls = self.context.calls(self.kind, self.index);
        calls.iter().any(|call| functions.iter().any(|function| call.eq_ignore_ascii_case(function)))
    }

    /// Whether its expression calls one of the functions for app roles.
    pub fn calls_role_function(&self) -> bool {
        self.context.calls(self.kind, self.index).iter().any(|call| call.to_ascii_lowercase().contains("approle"))
    }

    /// The text that this user mapping sends for each person at hand who gets one.
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
