//! The compiled tree. A call has a quick way for plain texts where one is written; else its function runs on compiled
//! arguments, so that there is one implementation of every rule.

use std::collections::BTreeMap;

use super::super::ast::{Call, Comparator, Expression};
use super::super::comparison::compare;
use super::super::environment::Environment;
use super::super::evaluate::{Evaluator, MAXIMUM_VALUE, Outcome, bytes, evaluate, is_within_bounds, run_function};
use super::super::failure::{EvaluationError, Stop};
use super::super::functions::{self, Function};
use super::super::value::Value;
use super::Row;
use super::cell::Cell;
use super::quick::Quick;
use crate::text::Span;

/// Functions whose value their arguments do not decide.
const FROM_OUTSIDE: [&str; 5] = ["Now", "Guid", "RandomString", "DefaultDomain", "SelectUniqueValue"];

/// One node.
#[derive(Debug)]
pub(in super::super) enum Node {
    /// Known before any person is.
    Constant(Value),
    /// A slot of the row.
    Attribute { slot: usize, span: Span },
    /// Two sides.
    Comparison(Box<(Node, Comparator, Node)>),
    /// A function and its arguments.
    Call(Box<CallNode>),
    /// What fails for everybody, if it is reached.
    Failure(Box<EvaluationError>),
    /// What leaves the attribute out.
    Ignored,
}

/// A call whose function is known.
pub(in super::super) struct CallNode {
    pub(super) function: &'static Function,
    pub(super) call: Call,
    pub(super) arguments: Vec<Node>,
    quick: Option<Quick>,
}

impl std::fmt::Debug for CallNode {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct(self.function.name).field("arguments", &self.arguments).finish_non_exhaustive()
    }
}

impl Node {
    pub(super) fn new(tree: &Expression, attributes: &mut Vec<String>) -> Self {
        match tree {
            Expression::Attribute { name, .. } => {
                let slot = attributes.iter().position(|known| known == name).unwrap_or_else(|| {
                    attributes.push(name.clone());
                    attributes.len() - 1
                });
                Self::Attribute { slot, span: tree.span() }
            }
            Expression::Comparison { left, comparator, right } => {
                let (left, right) = (Self::new(left, attributes), Self::new(right, attributes));
                Self::Comparison(Box::new((left, *comparator, right)))
            }
            Expression::Call(call) => Self::call(tree, call, attributes),
            other => match without_person(other) {
                Outcome::Value(value) => Self::Constant(value),
                Outcome::Ignored => Self::Ignored,
                Outcome::Error(error) => Self::Failure(Box::new(error)),
            },
        }
    }

    fn call(tree: &Expression, call: &Call, attributes: &mut Vec<String>) -> Self {
        let Some(function) = functions::find(&call.name) else {
            let error = EvaluationError::UnknownFunction { name: call.name.clone(), span: call.name_span };
            return Self::Failure(Box::new(error));
        };
        let given = call.arguments.len();
        if !function.accepts(given) {
            let expected = function.expected_arguments();
            let error =
                EvaluationError::ArgumentCount { function: function.name, expected, found: given, span: call.span };
            return Self::Failure(Box::new(error));
        }
        let arguments: Vec<_> = call.arguments.iter().map(|argument| Self::new(argument, attributes)).collect();
        let constant_arguments = arguments.iter().all(|argument| matches!(argument, Self::Constant(_)));
        if constant_arguments
            && !FROM_OUTSIDE.contains(&function.name)
            && let Outcome::Value(value) = without_person(tree)
        {
            return Self::Constant(value);
        }
        let quick = Quick::new(function, call, &arguments);
        Self::Call(Box::new(CallNode { function, call: call.clone(), arguments, quick }))
    }

    /// The constant, if it is one.
    pub(super) fn constant(&self) -> Option<&Value> {
        match self {
            Self::Constant(value) => Some(value),
            _ => None,
        }
    }

    /// The value of an attribute alone or of a constant, where it is a text or null.
    pub(super) fn at_once<'n>(&'n self, row: &'n dyn Row) -> Option<Cell<'n>> {
        match self {
            Self::Constant(value) => Some(Cell::of(value)),
            Self::Attribute { slot, .. } => match row.value(*slot) {
                None | Some(Value::Null) => Some(Cell::Null),
                Some(Value::Text(text)) if text.len() <= MAXIMUM_VALUE => Some(Cell::borrowed(text)),
                Some(_) => None,
            },
            _ => None,
        }
    }

    /// The value for the evaluator's row.
    pub(in super::super) fn cell<'n, 'b: 'n>(&'n self, evaluator: &mut Evaluator<'b>) -> Result<Cell<'n>, Stop> {
        match self {
            Self::Constant(value) => Ok(Cell::of(value)),
            Self::Attribute { slot, span } => {
                bounded(evaluator.slot(*slot).map_or(Cell::Null, Cell::of), *span, evaluator)
            }
            Self::Comparison(sides) => {
                let (left, comparator, right) = sides.as_ref();
                let left = left.cell(evaluator)?;
                let right = right.cell(evaluator)?;
                Ok(Cell::from(Value::Boolean(holds(left, *comparator, right))))
            }
            Self::Ignored => Err(Stop::Ignored),
            Self::Failure(error) => Err(Stop::Error(error.clone())),
            Self::Call(call) => {
                if let Some(quick) = &call.quick
                    && let Some(cell) = quick.cell(call, evaluator)?
                {
                    return bounded(cell, call.call.span, evaluator);
                }
                let value = run_function(call.function, &call.call, &call.arguments, evaluator)?;
                bounded(Cell::from(value), call.call.span, evaluator)
            }
        }
    }
}

/// What a part comes to that has no attributes.
fn without_person(tree: &Expression) -> Outcome {
    let nobody: BTreeMap<String, Value> = BTreeMap::new();
    evaluate(tree, &nobody, &Environment::default()).outcome
}

/// Whether a comparison holds. A side without a value: it does not.
fn holds(left: Cell<'_>, comparator: Comparator, right: Cell<'_>) -> bool {
    match (left, right) {
        (Cell::Null, _) | (_, Cell::Null) => false,
        (Cell::Text(left), Cell::Text(right)) if comparator == Comparator::Equal => left == right,
        (Cell::Text(left), Cell::Text(right)) if comparator == Comparator::NotEqual => left != right,
        (left, right) => compare(&left.into_value(), comparator, &right.into_value()),
    }
}

/// The same bounds as everywhere; a text of so many bytes cannot have more units.
fn bounded<'n>(cell: Cell<'n>, span: Span, evaluator: &mut Evaluator<'_>) -> Result<Cell<'n>, Stop> {
    let (fits, bytes) = match &cell {
        Cell::Null => (true, 0),
        Cell::Text(text) => {
            let fits = text.len() <= MAXIMUM_VALUE || text.encode_utf16().count() <= MAXIMUM_VALUE;
            (fits, text.len())
        }
        Cell::Other(value) => (is_within_bounds(value), bytes(value)),
    };
    if !fits {
        return Err(EvaluationError::TooLarge { span }.into());
    }
    evaluator.pay(bytes, span)?;
    Ok(cell)
}
