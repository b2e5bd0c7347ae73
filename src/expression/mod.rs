//! The expression language of Entra's attribute mappings (entra-docs,
//! functions-for-customizing-application-data): text to tree, tree to value, and everything a person needs to trust both.
//!
//! [`parse`] never fails: it returns a tree where there is one, and every mistake with its place. [`compile`] makes a tree
//! ready, and evaluating it never panics and is bounded by one budget. Names and types of attributes come from the caller.

pub mod assist;
mod ast;
mod check;
mod code;
mod columns;
mod comparison;
mod compile;
mod diagnostic;
mod dotnet;
mod environment;
mod evaluate;
#[cfg(test)]
mod evaluation_tests;
mod failure;
pub mod functions;
mod highlight;
mod instant;
mod json;
mod lexer;
mod other_languages;
mod parser;
mod print;
#[cfg(test)]
mod properties;
mod read;
mod reading;
mod reference;
mod role;
mod shelf;
mod trial;
mod value;

pub use ast::{Call, Comparator, Expression, WORDS};
pub use check::check;
pub use code::CODES;
pub use columns::{Texts, TextsForm, USUAL_STEPS};
pub use compile::{Compiled, compile};
pub use diagnostic::{Diagnostic, Severity, TextFix};
pub use dotnet::pattern::{PatternError, is_match};
pub use environment::{AttributeInfo, AttributeLookup, Attributes, Environment};
pub use evaluate::{Cell, CompiledOutcome, Outcome, Row, Trace, TraceStep};
pub use failure::EvaluationError;
pub use highlight::{TokenKind, highlight};
pub use instant::{date_of, instant_from_rfc3339, long_date};
pub use json::{attribute_from_json, from_json, to_json};
#[cfg(test)]
pub(crate) use parser::parses;
pub use parser::{MAXIMUM_DEPTH, MAXIMUM_LENGTH, Parsed, parse};
pub use print::{print, print_indented, quote};
pub use read::ReadExpression;
pub use reading::reading;
pub use reference::functions_markdown;
pub use role::{ROLE_ATTRIBUTE, Role, RoleForm, RoleText};
pub use shelf::read;
pub use trial::{Trial, TrialOutcome, try_out};
pub use value::Value;

use crate::text::Span;

/// Every `[attribute]` that an expression reads, with its place, in the order of the text.
pub fn attribute_names(tree: &Expression) -> Vec<(String, Span)> {
    let mut names = Vec::new();
    tree.visit(&mut |node| {
        if let Expression::Attribute { name, span } = node {
            names.push((name.clone(), *span));
        }
    });
    names
}
