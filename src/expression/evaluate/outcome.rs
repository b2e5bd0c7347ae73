//! How an evaluation ends, and its record.

use super::super::diagnostic::Diagnostic;
use super::super::failure::{EvaluationError, Stop};
use super::super::value::Value;
use super::cell::Cell;
use crate::text::Span;

/// How an evaluation ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// With a value, null included.
    Value(Value),
    /// The attribute is left out of the request.
    Ignored,
    /// Without one.
    Error(EvaluationError),
}

/// The same, lent: the value borrows from the expression and from the row.
#[derive(Clone, Debug, PartialEq)]
pub enum CompiledOutcome<'a> {
    /// With a value, null included.
    Value(Cell<'a>),
    /// The attribute is left out of the request.
    Ignored,
    /// Without one.
    Error(EvaluationError),
}

impl<'a> From<Result<Cell<'a>, Stop>> for CompiledOutcome<'a> {
    fn from(result: Result<Cell<'a>, Stop>) -> Self {
        match result {
            Ok(cell) => Self::Value(cell),
            Err(Stop::Ignored) => Self::Ignored,
            Err(Stop::Error(error)) => Self::Error(*error),
        }
    }
}

impl From<CompiledOutcome<'_>> for Outcome {
    fn from(outcome: CompiledOutcome<'_>) -> Self {
        match outcome {
            CompiledOutcome::Value(cell) => Self::Value(cell.into_value()),
            CompiledOutcome::Ignored => Self::Ignored,
            CompiledOutcome::Error(error) => Self::Error(error),
        }
    }
}

/// An evaluation with its record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace {
    /// How it ends.
    pub outcome: Outcome,
    /// Warnings, in the order in which the evaluation meets them.
    pub diagnostics: Vec<Diagnostic>,
    /// The value of every evaluated part, in the order of the text: outer parts before inner ones. A part that no function
    /// needs has no step.
    pub steps: Vec<TraceStep>,
}

/// One evaluated part of an expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TraceStep {
    /// The part.
    pub span: Span,
    /// Its outcome.
    pub outcome: Outcome,
}
