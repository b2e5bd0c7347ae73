//! The compiled tree and its one evaluation: for one person, within one budget. With a recorder, the same run also records
//! the value of every part and the warnings.

mod arguments;
mod cell;
mod evaluator;
mod limits;
mod many_at_once;
mod outcome;

pub(super) use arguments::Arguments;
pub use cell::Cell;
pub(super) use evaluator::Evaluator;
pub use evaluator::Row;
pub(super) use limits::{MAXIMUM_STEPS, cost, is_within_bounds};
pub(super) use many_at_once::{ManyAtOnce, OneText};
pub use outcome::{CompiledOutcome, Outcome, Trace, TraceStep};

use super::ast::Comparator;
use super::comparison::compare;
use super::failure::{EvaluationError, Stop};
use super::value::Value;
use crate::text::Span;

/// What a function does with its arguments.
pub(super) type Implementation = for<'e, 'a> fn(&mut Arguments<'e, 'a>) -> Result<Cell<'a>, Stop>;

/// One part of a compiled expression.
#[derive(Debug)]
pub(super) enum Node {
    /// An argument that is not given.
    Empty { span: Span },
    /// A value that is the same for everybody.
    Constant(Constant),
    /// A slot of the row.
    Attribute { slot: usize, span: Span },
    /// `left = right`.
    Comparison(Box<Sides>),
    /// A function with its arguments.
    Call(Box<CallNode>),
    /// A part that fails for everybody.
    Failure { error: Box<EvaluationError>, span: Span },
    /// A word that leaves the attribute out.
    Ignored { span: Span },
}

/// A value that is known before any person is.
#[derive(Debug)]
pub(super) struct Constant {
    pub(super) value: Value,
    pub(super) span: Span,
    /// The steps that its evaluation takes.
    pub(super) cost: usize,
    /// The call that yields it; nothing for a constant as written.
    pub(super) call: Option<Box<CallNode>>,
}

/// Both sides of a comparison.
#[derive(Debug)]
pub(super) struct Sides {
    pub(super) left: Node,
    pub(super) comparator: Comparator,
    pub(super) right: Node,
    pub(super) span: Span,
}

/// A call of a known function with a permitted number of arguments.
pub(super) struct CallNode {
    /// The function's canonical name.
    pub(super) function: &'static str,
    pub(super) implementation: Implementation,
    pub(super) many: ManyAtOnce,
    pub(super) arguments: Vec<Node>,
    pub(super) span: Span,
}

impl std::fmt::Debug for CallNode {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct(self.function).field("arguments", &self.arguments).finish_non_exhaustive()
    }
}

impl Node {
    /// The part's place in the text.
    pub(super) fn span(&self) -> Span {
        match self {
            Self::Empty { span }
            | Self::Attribute { span, .. }
            | Self::Failure { span, .. }
            | Self::Ignored { span }
            | Self::Constant(Constant { span, .. }) => *span,
            Self::Comparison(sides) => sides.span,
            Self::Call(call) => call.span,
        }
    }

    /// A text or null that needs no evaluator: a constant or an attribute alone.
    pub(super) fn at_once<'a>(&'a self, row: &'a dyn Row) -> Option<Cell<'a>> {
        match self {
            Self::Constant(constant) => Some(Cell::of(&constant.value)),
            Self::Attribute { slot, .. } => match row.cell(*slot) {
                Cell::Text(text) if !limits::is_short(&text) => None,
                Cell::Other(_) => None,
                cell => Some(cell),
            },
            _ => None,
        }
    }

    /// The value for the evaluator's person.
    pub(super) fn cell<'a>(&'a self, evaluator: &mut Evaluator<'a>) -> Result<Cell<'a>, Stop> {
        if !evaluator.records() {
            return self.run(evaluator);
        }
        let step = evaluator.begin(self.span());
        if let Self::Constant(Constant { call: Some(call), .. }) = self {
            // Its parts are of interest too. They are paid for by the constant's own cost.
            let _ = evaluator.aside(|evaluator| call.run(evaluator));
        }
        let result = self.run(evaluator);
        evaluator.end(step, &result);
        result
    }

    fn run<'a>(&'a self, evaluator: &mut Evaluator<'a>) -> Result<Cell<'a>, Stop> {
        match self {
            Self::Constant(constant) => constant.run(evaluator),
            Self::Attribute { slot, span } => {
                evaluator.pay(0, *span)?;
                bounded(evaluator.slot(*slot), *span, evaluator)
            }
            Self::Call(call) => call.run(evaluator),
            Self::Comparison(sides) => sides.run(evaluator),
            Self::Empty { span } => {
                evaluator.take(cost(&Value::Null), *span)?;
                Ok(Cell::Null)
            }
            Self::Ignored { span } => {
                evaluator.pay(0, *span)?;
                Err(Stop::Ignored)
            }
            Self::Failure { error, span } => {
                evaluator.pay(0, *span)?;
                Err(Stop::Error(error.clone()))
            }
        }
    }
}

impl Constant {
    pub(super) fn run<'a>(&'a self, evaluator: &mut Evaluator<'a>) -> Result<Cell<'a>, Stop> {
        match &self.call {
            // Without enough budget, the part that exceeds it is the one to name.
            Some(call) if evaluator.steps_left() < self.cost => call.run(evaluator),
            _ => {
                evaluator.take(self.cost, self.span)?;
                Ok(Cell::of(&self.value))
            }
        }
    }
}

impl CallNode {
    pub(super) fn run<'a>(&'a self, evaluator: &mut Evaluator<'a>) -> Result<Cell<'a>, Stop> {
        evaluator.pay(0, self.span)?;
        let cell = (self.implementation)(&mut Arguments::new(self, evaluator))?;
        bounded(cell, self.span, evaluator)
    }
}

impl Sides {
    fn run<'a>(&'a self, evaluator: &mut Evaluator<'a>) -> Result<Cell<'a>, Stop> {
        // One step for the comparison, one for its value.
        evaluator.take(cost(&Value::Null), self.span)?;
        let left = self.left.cell(evaluator)?;
        let right = self.right.cell(evaluator)?;
        let holds = match (left, right) {
            (Cell::Null, _) | (_, Cell::Null) => {
                evaluator.warn("E021", self.span, || {
                    "One side of the comparison has no value for this person, so the condition counts as False (not \
                     documented; assumed)."
                        .to_owned()
                });
                false
            }
            (Cell::Text(left), Cell::Text(right)) if self.comparator == Comparator::Equal => left == right,
            (Cell::Text(left), Cell::Text(right)) if self.comparator == Comparator::NotEqual => left != right,
            (left, right) => compare(&left.into_value(), self.comparator, &right.into_value()),
        };
        Ok(Cell::truth(holds))
    }
}

/// A value within the limits, paid for.
fn bounded<'a>(cell: Cell<'a>, span: Span, evaluator: &mut Evaluator<'a>) -> Result<Cell<'a>, Stop> {
    let (fits, bytes) = match &cell {
        Cell::Null => (true, 0),
        Cell::Text(text) => (limits::is_short(text) || limits::is_text_within_bounds(text), text.len()),
        Cell::Other(value) => (is_within_bounds(value), limits::bytes(value)),
    };
    if !fits {
        return Err(EvaluationError::TooLarge { span }.into());
    }
    evaluator.pay(bytes, span)?;
    Ok(cell)
}
