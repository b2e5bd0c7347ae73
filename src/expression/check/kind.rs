//! The kind of value of a part, as far as the text alone tells.

use super::super::ast::Expression;
use super::super::environment::AttributeLookup;
use super::super::functions::{self, RoleForm, Yields};

/// A kind of value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Number,
    Boolean,
    Date,
    List,
    /// The text alone does not say.
    Any,
}

/// The kind of a part's value.
pub(super) fn kind(node: &Expression, lookup: &dyn AttributeLookup) -> Kind {
    match node {
        Expression::Text { .. } => Kind::Text,
        Expression::Number { .. } | Expression::Hex { .. } => Kind::Number,
        Expression::Comparison { .. } => Kind::Boolean,
        Expression::Attribute { name, .. } => match lookup.attribute(name) {
            Some(info) if info.multivalued => Kind::List,
            Some(info) if info.boolean => Kind::Boolean,
            _ => Kind::Any,
        },
        Expression::Call(call) => functions::find(&call.name).map_or(Kind::Any, |function| of_result(function.yields)),
        Expression::Identifier { .. } | Expression::Empty { .. } => Kind::Any,
    }
}

/// The kind of a function's result. Those that return an argument's value can yield anything.
fn of_result(yields: Yields) -> Kind {
    match yields {
        Yields::Text(_) | Yields::Roles(RoleForm::Single) => Kind::Text,
        Yields::Number | Yields::TimeSpan => Kind::Number,
        Yields::Boolean => Kind::Boolean,
        Yields::Date => Kind::Date,
        Yields::List | Yields::Roles(RoleForm::Added | RoleForm::Replacing) => Kind::List,
        Yields::Anything | Yields::Roles(RoleForm::Old) => Kind::Any,
    }
}
