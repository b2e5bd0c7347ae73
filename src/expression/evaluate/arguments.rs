//! The arguments of a running call. Each is evaluated when the function asks for it, so that the function decides what it
//! needs.

use std::borrow::Cow;

use super::super::dotnet::date_parse;
use super::super::dotnet::moment::{Interval, Moment};
use super::super::environment::Environment;
use super::super::failure::{EvaluationError, Stop};
use super::super::value::Value;
use super::cell::Cell;
use super::evaluator::Evaluator;
use super::{CallNode, Constant, Node};
use crate::text::Span;

/// A running call.
pub(in super::super) struct Arguments<'e, 'a> {
    call: &'a CallNode,
    evaluator: &'e mut Evaluator<'a>,
}

impl<'e, 'a> Arguments<'e, 'a> {
    pub(super) const fn new(call: &'a CallNode, evaluator: &'e mut Evaluator<'a>) -> Self {
        Self { call, evaluator }
    }

    /// How many positions there are, empty ones included.
    pub(in super::super) const fn count(&self) -> usize {
        self.call.arguments.len()
    }

    /// The place of an argument.
    pub(in super::super) fn span_of(&self, index: usize) -> Span {
        self.call.arguments.get(index).map_or(self.call.span, Node::span)
    }

    /// Whether there is something at a position. `""` is something.
    pub(in super::super) fn given(&self, index: usize) -> bool {
        !matches!(self.call.arguments.get(index), None | Some(Node::Empty { .. }))
    }

    /// The value at a position; null where nothing is given.
    pub(in super::super) fn cell(&mut self, index: usize) -> Result<Cell<'a>, Stop> {
        match self.call.arguments.get(index) {
            None | Some(Node::Empty { .. }) => Ok(Cell::Null),
            Some(node) => node.cell(self.evaluator),
        }
    }

    /// The same as a value.
    pub(in super::super) fn value(&mut self, index: usize) -> Result<Value, Stop> {
        self.cell(index).map(Cell::into_value)
    }

    /// The value at a position as text; null is the empty text. Several values fail: Entra takes one here.
    pub(in super::super) fn text(&mut self, index: usize) -> Result<Cow<'a, str>, Stop> {
        Ok(self.text_or_null(index)?.unwrap_or_default())
    }

    /// The value at a position as text, or nothing for null.
    pub(in super::super) fn text_or_null(&mut self, index: usize) -> Result<Option<Cow<'a, str>>, Stop> {
        match self.cell(index)? {
            Cell::Null => Ok(None),
            Cell::Text(text) => Ok(Some(text)),
            Cell::Other(value) => match value.as_ref() {
                Value::List(items) if items.len() > 1 => {
                    Err(self
                        .failure(format!("argument {} has several values, and the function takes only one", index + 1)))
                }
                one => Ok(one.to_text().map(Cow::Owned)),
            },
        }
    }

    /// Whether the value at a position is this text. Most keys of a Switch are constants, which need nothing else.
    pub(in super::super) fn is_text(&mut self, index: usize, text: &str) -> Result<bool, Stop> {
        if let Some(Node::Constant(Constant { value: Value::Text(known), cost, span, .. })) =
            self.call.arguments.get(index)
            && !self.evaluator.records()
            && *cost <= self.evaluator.steps_left()
        {
            self.evaluator.take(*cost, *span)?;
            return Ok(known == text);
        }
        Ok(self.text(index)? == text)
    }

    /// The value at a position as a whole number, or nothing for null.
    pub(in super::super) fn integer(&mut self, index: usize) -> Result<Option<i64>, Stop> {
        let value = self.value(index)?;
        match value.to_integer() {
            Some(number) => Ok(Some(number)),
            None if value == Value::Null => Ok(None),
            None => Err(self.failure(format!("argument {} (“{value}”) is not a whole number", index + 1))),
        }
    }

    /// The date at a position in UTC, or nothing for null.
    pub(in super::super) fn moment(&mut self, index: usize) -> Result<Option<Moment>, Stop> {
        let Some(text) = self.text_or_null(index)? else { return Ok(None) };
        let moment = date_parse::lenient(&text);
        moment.map(Some).ok_or_else(|| self.failure(format!("“{text}” cannot be read as a date")))
    }

    /// The unit of time at a position.
    pub(in super::super) fn interval(&mut self, index: usize) -> Result<Interval, Stop> {
        let text = self.text(index)?;
        let interval = Interval::parse(&text);
        interval.ok_or_else(|| self.failure(format!("“{text}” is not a unit of time. Use yyyy, m, ww, d, h, n or s")))
    }

    /// What the evaluation takes from outside.
    pub(in super::super) const fn environment(&self) -> &'a Environment {
        self.evaluator.environment()
    }

    /// The next random number.
    pub(in super::super) fn random(&mut self) -> u64 {
        self.evaluator.random()
    }

    /// Takes the steps for so many bytes of text, before they are put together.
    pub(in super::super) fn pay(&mut self, bytes: usize) -> Result<(), Stop> {
        self.evaluator.pay(bytes, self.call.span)
    }

    /// Steps that are left in the budget.
    pub(in super::super) const fn steps_left(&self) -> usize {
        self.evaluator.steps_left()
    }

    /// Takes steps from the budget.
    pub(in super::super) fn take(&mut self, steps: usize) -> Result<(), Stop> {
        self.evaluator.take(steps, self.call.span)
    }

    /// Adds a warning to the record.
    pub(in super::super) fn warn(&mut self, code: &'static str, span: Span, message: impl FnOnce() -> String) {
        self.evaluator.warn(code, span, message);
    }

    /// Evaluates an argument that decides nothing, for the record: the error with which it fails.
    pub(in super::super) fn failure_aside(&mut self, index: usize) -> Option<EvaluationError> {
        let node = self.call.arguments.get(index).filter(|node| !matches!(node, Node::Empty { .. }))?;
        match self.evaluator.aside(|evaluator| node.cell(evaluator)) {
            Some(Err(Stop::Error(error))) => Some(*error),
            _ => None,
        }
    }

    /// Entra knows the value of this call, and nothing here does.
    pub(in super::super) fn not_simulated(&self) -> Stop {
        EvaluationError::NotSimulated { what: self.call.function.to_owned(), span: self.call.span }.into()
    }

    /// A failure of this call.
    pub(in super::super) fn failure(&self, reason: impl Into<String>) -> Stop {
        EvaluationError::Function { function: self.call.function, reason: reason.into(), span: self.call.span }.into()
    }
}
