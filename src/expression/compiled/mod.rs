//! An expression made ready for very many people: names resolved once, constants computed once, values borrowed where
//! nothing changes them. The outcome is that of [`evaluate`](super::evaluate()); warnings and traces are the tree's matter.

mod cell;
mod node;
mod quick;
#[cfg(test)]
mod tests;

pub use cell::Cell;
pub(super) use node::Node;

use super::ast::Expression;
use super::environment::Environment;
use super::evaluate::{Evaluator, Outcome};
use super::failure::{EvaluationError, Stop};
use super::value::Value;

/// The source attributes of one person, in the order of [`Compiled::attributes`].
pub trait Row {
    /// The value in a slot; nothing for null.
    fn value(&self, slot: usize) -> Option<&Value>;
}

impl Row for [Value] {
    fn value(&self, slot: usize) -> Option<&Value> {
        self.get(slot)
    }
}

impl Row for Vec<Value> {
    fn value(&self, slot: usize) -> Option<&Value> {
        self.get(slot)
    }
}

/// A compiled expression.
#[derive(Debug)]
pub struct Compiled {
    root: Node,
    attributes: Vec<String>,
}

/// How the evaluation of a compiled expression ends. The value borrows from the expression and from the row.
#[derive(Clone, Debug, PartialEq)]
pub enum CompiledOutcome<'a> {
    /// With a value, null included.
    Value(Cell<'a>),
    /// The attribute is left out of the request.
    Ignored,
    /// Without one.
    Error(EvaluationError),
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

/// Resolves functions and attributes, computes what is constant, and keeps the tree for the rare ways.
pub fn compile(tree: &Expression) -> Compiled {
    let mut attributes = Vec::new();
    let root = Node::new(tree, &mut attributes);
    Compiled { root, attributes }
}

impl Compiled {
    /// The names of the source attributes it reads, each once: what a row has to hold, in this order.
    pub fn attributes(&self) -> &[String] {
        &self.attributes
    }

    /// The value for one person.
    pub fn evaluate<'a>(&'a self, row: &'a dyn Row, environment: &'a Environment) -> CompiledOutcome<'a> {
        if let Some(cell) = self.root.at_once(row) {
            return CompiledOutcome::Value(cell);
        }
        let mut evaluator = Evaluator::compiled(&self.attributes, row, environment);
        match self.root.cell(&mut evaluator) {
            Ok(cell) => CompiledOutcome::Value(cell),
            Err(Stop::Ignored) => CompiledOutcome::Ignored,
            Err(Stop::Error(error)) => CompiledOutcome::Error(*error),
        }
    }
}
