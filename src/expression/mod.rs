//! The expression language of Entra's attribute mappings (entra-docs,
//! functions-for-customizing-application-data): text to tree, tree to value, and everything a person needs to trust both.
//!
//! [`parse`] never fails: it returns a tree where there is one, and every mistake with its place. [`evaluate`] never
//! panics and is bounded by one budget. Names and types of attributes come from the caller.

pub mod assist;
mod ast;
mod check;
mod code;
mod comparison;
pub mod compiled;
mod diagnostic;
mod dotnet;
mod environment;
mod evaluate;
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
mod reading;
mod reference;
mod trial;
mod value;

pub use ast::{Call, Comparator, Expression, WORDS};
pub use check::check;
pub use code::CODES;
pub use compiled::compile;
pub use diagnostic::{Diagnostic, Severity, TextFix};
pub use dotnet::pattern::{PatternError, is_match};
pub use environment::{AttributeInfo, AttributeLookup, Attributes, Environment};
pub use evaluate::{Evaluation, Outcome, TraceStep, evaluate, trace};
pub use failure::EvaluationError;
pub use highlight::{TokenKind, highlight};
pub use instant::instant_from_rfc3339;
pub use json::{from_json, to_json};
pub use parser::{MAXIMUM_DEPTH, MAXIMUM_LENGTH, Parsed, parse};
pub use print::{print, print_indented, quote};
pub use reading::reading;
pub use reference::functions_markdown;
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
