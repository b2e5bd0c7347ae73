//! Tree to value, for one person, within one budget.

use super::ast::{Call, Expression};
use super::comparison::compare;
use super::compiled::{Node, Row};
use super::diagnostic::Diagnostic;
use super::dotnet::date_parse;
use super::dotnet::moment::{Interval, Moment};
use super::environment::{Attributes, Environment};
use super::failure::{EvaluationError, Stop};
use super::functions::{self, Function};
use super::value::Value;
use crate::text::Span;

/// Steps one evaluation may take, all parts together: one for each part, and one for each [`BYTES_PER_STEP`] of text
/// that it yields, so that long texts in deep nesting stay within a few milliseconds.
const MAXIMUM_STEPS: usize = 100_000;
/// What one step pays for.
const BYTES_PER_STEP: usize = 6;
/// UTF-16 units a value may have.
pub(super) const MAXIMUM_VALUE: usize = 65_536;
/// Items a list may have.
const MAXIMUM_ITEMS: usize = 1_000;

/// Words that leave the attribute, or the whole object, out.
const IGNORING: [&str; 2] = ["IgnoreAttributeFlow", "IgnoreObjectFlow"];

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

/// An outcome with what is worth knowing about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evaluation {
    /// How it ended.
    pub outcome: Outcome,
    /// Warnings met on the way, in the order they were met.
    pub diagnostics: Vec<Diagnostic>,
}

/// What one part of an expression yielded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TraceStep {
    /// The part.
    pub span: Span,
    /// Its outcome.
    pub outcome: Outcome,
}

/// Evaluates a tree for one person.
pub fn evaluate(tree: &Expression, attributes: &dyn Attributes, environment: &Environment) -> Evaluation {
    let mut evaluator = Evaluator::new(attributes, environment, false);
    let outcome = evaluator.outcome(tree);
    Evaluation { outcome, diagnostics: evaluator.diagnostics }
}

/// Evaluates a tree and records what every evaluated part yielded, outer parts before inner ones. A part that was not
/// needed, such as a branch not taken, has no step.
pub fn trace(
    tree: &Expression,
    attributes: &dyn Attributes,
    environment: &Environment,
) -> (Evaluation, Vec<TraceStep>) {
    let mut evaluator = Evaluator::new(attributes, environment, true);
    let outcome = evaluator.outcome(tree);
    let steps = evaluator
        .steps
        .into_iter()
        .filter_map(|(span, outcome)| outcome.map(|outcome| TraceStep { span, outcome }))
        .collect();
    (Evaluation { outcome, diagnostics: evaluator.diagnostics }, steps)
}

pub(super) struct Evaluator<'a> {
    person: Person<'a>,
    pub(super) environment: &'a Environment,
    budget: usize,
    random: u64,
    diagnostics: Vec<Diagnostic>,
    traces: bool,
    steps: Vec<(Span, Option<Outcome>)>,
}

/// Where the attributes' values come from.
enum Person<'a> {
    /// By name.
    Attributes(&'a dyn Attributes),
    /// By slot: a compiled expression, of which nobody reads the warnings.
    Row { names: &'a [String], row: &'a dyn Row },
}

impl Person<'_> {
    fn get(&self, name: &str) -> Value {
        match self {
            Self::Attributes(attributes) => attributes.get(name),
            Self::Row { names, row } => {
                let slot = names.iter().position(|known| known == name);
                slot.and_then(|slot| row.value(slot)).cloned().unwrap_or_default()
            }
        }
    }
}

impl<'a> Evaluator<'a> {
    fn new(attributes: &'a dyn Attributes, environment: &'a Environment, traces: bool) -> Self {
        Self {
            person: Person::Attributes(attributes),
            environment,
            budget: MAXIMUM_STEPS,
            random: environment.seed,
            diagnostics: Vec::new(),
            traces,
            steps: Vec::new(),
        }
    }

    /// For a compiled expression.
    pub(super) fn compiled(names: &'a [String], row: &'a dyn Row, environment: &'a Environment) -> Self {
        Self {
            person: Person::Row { names, row },
            environment,
            budget: MAXIMUM_STEPS,
            random: environment.seed,
            diagnostics: Vec::new(),
            traces: false,
            steps: Vec::new(),
        }
    }

    /// The value in a slot of the row.
    pub(super) fn slot(&self, slot: usize) -> Option<&'a Value> {
        match self.person {
            Person::Row { row, .. } => row.value(slot),
            Person::Attributes(_) => None,
        }
    }

    /// Takes the steps for a part that yielded so many bytes of text.
    pub(super) fn pay(&mut self, bytes: usize, span: Span) -> Result<(), Stop> {
        self.take(1 + bytes / BYTES_PER_STEP, span)
    }

    /// Steps that the budget still holds.
    pub(super) const fn steps_left(&self) -> usize {
        self.budget
    }

    /// Takes steps from the budget.
    pub(super) fn take(&mut self, steps: usize, span: Span) -> Result<(), Stop> {
        self.budget = self.budget.checked_sub(steps).ok_or(EvaluationError::TooLarge { span })?;
        Ok(())
    }

    /// The next number of a sequence that the environment's seed decides (splitmix64).
    pub(super) fn random(&mut self) -> u64 {
        self.random = self.random.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.random ^ (self.random >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn outcome(&mut self, tree: &Expression) -> Outcome {
        outcome(self.value(tree))
    }

    pub(super) fn warn(&mut self, code: &'static str, span: Span, message: impl Into<String>) {
        if matches!(self.person, Person::Attributes(_)) {
            self.diagnostics.push(Diagnostic::warning(code, span, message));
        }
    }

    pub(super) fn value(&mut self, node: &Expression) -> Result<Value, Stop> {
        self.pay(0, node.span())?;
        let slot = self.steps.len();
        if self.traces {
            self.steps.push((node.span(), None));
        }
        let result = self.value_of(node).and_then(|value| {
            let value = within_bounds(value, node.span())?;
            self.pay(bytes(&value), node.span())?;
            Ok(value)
        });
        if let Some(step) = self.steps.get_mut(slot)
            && self.traces
        {
            step.1 = Some(outcome(result.clone()));
        }
        result
    }

    fn value_of(&mut self, node: &Expression) -> Result<Value, Stop> {
        Ok(match node {
            Expression::Call(call) => return self.call(call),
            Expression::Attribute { name, .. } => self.person.get(name),
            Expression::Text { value, .. } => Value::text(value.as_str()),
            Expression::Identifier { name, .. } if IGNORING.contains(&name.as_str()) => return Err(Stop::Ignored),
            Expression::Identifier { name, .. } => Value::text(name.as_str()),
            Expression::Number { text, .. } => Value::number(text),
            Expression::Hex { value, .. } => Value::Integer(*value),
            Expression::Empty { .. } => Value::Null,
            Expression::Comparison { left, comparator, right } => {
                let left_value = self.value(left)?;
                let right_value = self.value(right)?;
                if left_value == Value::Null || right_value == Value::Null {
                    self.warn(
                        "E021",
                        node.span(),
                        "A side of the comparison has no value for this person: the condition counts as False \
                         (not documented; assumed).",
                    );
                    return Ok(Value::Boolean(false));
                }
                Value::Boolean(compare(&left_value, *comparator, &right_value))
            }
        })
    }

    fn call(&mut self, call: &Call) -> Result<Value, Stop> {
        let Some(function) = functions::find(&call.name) else {
            return Err(EvaluationError::UnknownFunction { name: call.name.clone(), span: call.name_span }.into());
        };
        let given = call.arguments.len();
        if !function.accepts(given) {
            return Err(EvaluationError::ArgumentCount {
                function: function.name,
                expected: function.expected_arguments(),
                found: given,
                span: call.span,
            }
            .into());
        }
        (function.call)(&mut Arguments { function, call, compiled: None, evaluator: self })
    }
}

fn outcome(result: Result<Value, Stop>) -> Outcome {
    match result {
        Ok(value) => Outcome::Value(value),
        Err(Stop::Ignored) => Outcome::Ignored,
        Err(Stop::Error(error)) => Outcome::Error(*error),
    }
}

fn within_bounds(value: Value, span: Span) -> Result<Value, Stop> {
    if is_within_bounds(&value) { Ok(value) } else { Err(EvaluationError::TooLarge { span }.into()) }
}

/// How much text a value is.
pub(super) fn bytes(value: &Value) -> usize {
    match value {
        Value::Text(text) => text.len(),
        Value::List(items) => items.iter().map(bytes).sum(),
        _ => 0,
    }
}

/// Whether a value is small enough to go on with.
pub(super) fn is_within_bounds(value: &Value) -> bool {
    let items = if let Value::List(items) = value { items.len() } else { 0 };
    items <= MAXIMUM_ITEMS && value.utf16_length() <= MAXIMUM_VALUE
}

/// Runs a function on compiled arguments; the call says where it stands and which of them are given.
pub(super) fn run_function(
    function: &'static Function,
    call: &Call,
    arguments: &[Node],
    evaluator: &mut Evaluator<'_>,
) -> Result<Value, Stop> {
    (function.call)(&mut Arguments { function, call, compiled: Some(arguments), evaluator })
}

/// The arguments of a running call. Each is evaluated when it is asked for, so that a function decides what it needs.
pub(super) struct Arguments<'a, 'b> {
    function: &'static Function,
    call: &'a Call,
    /// The same arguments, compiled.
    compiled: Option<&'a [Node]>,
    pub(super) evaluator: &'a mut Evaluator<'b>,
}

impl Arguments<'_, '_> {
    /// How many positions there are, empty ones included.
    pub(super) fn count(&self) -> usize {
        self.call.arguments.len()
    }

    /// The call's place.
    pub(super) fn span(&self) -> Span {
        self.call.span
    }

    /// Whether something stands at a position. `""` does.
    pub(super) fn given(&self, index: usize) -> bool {
        !matches!(self.call.arguments.get(index), None | Some(Expression::Empty { .. }))
    }

    /// The node at a position.
    pub(super) fn node(&self, index: usize) -> Option<&Expression> {
        self.call.arguments.get(index)
    }

    /// The value at a position; null where nothing is given.
    pub(super) fn value(&mut self, index: usize) -> Result<Value, Stop> {
        if let Some(nodes) = self.compiled {
            return nodes.get(index).map_or(Ok(Value::Null), |node| Ok(node.cell(self.evaluator)?.into_value()));
        }
        let call = self.call;
        match call.arguments.get(index) {
            Some(Expression::Empty { .. }) | None => Ok(Value::Null),
            Some(node) => self.evaluator.value(node),
        }
    }

    /// The value at a position as text; null is the empty text. Several values fail: Entra takes one here.
    pub(super) fn text(&mut self, index: usize) -> Result<String, Stop> {
        Ok(self.text_or_null(index)?.unwrap_or_default())
    }

    /// The value at a position as text, or nothing for null.
    pub(super) fn text_or_null(&mut self, index: usize) -> Result<Option<String>, Stop> {
        match self.value(index)? {
            Value::List(items) if items.len() > 1 => {
                Err(self.failure(format!("argument {} has several values where one is needed", index + 1)))
            }
            value => Ok(value.to_text()),
        }
    }

    /// The value at a position as a whole number, or nothing for null.
    pub(super) fn integer(&mut self, index: usize) -> Result<Option<i64>, Stop> {
        let value = self.value(index)?;
        match value.to_integer() {
            Some(number) => Ok(Some(number)),
            None if value == Value::Null => Ok(None),
            None => Err(self.failure(format!("argument {} (“{value}”) is no whole number", index + 1))),
        }
    }

    /// The date at a position in UTC, or nothing for null.
    pub(super) fn moment(&mut self, index: usize) -> Result<Option<Moment>, Stop> {
        let Some(text) = self.text_or_null(index)? else { return Ok(None) };
        let moment = date_parse::lenient(&text);
        moment.map(Some).ok_or_else(|| self.failure(format!("“{text}” is no date that can be read")))
    }

    /// The unit of time at a position.
    pub(super) fn interval(&mut self, index: usize) -> Result<Interval, Stop> {
        let text = self.text(index)?;
        let interval = Interval::parse(&text);
        interval.ok_or_else(|| self.failure(format!("“{text}” is none of yyyy, m, ww, d, h, n, s")))
    }

    /// This call is Entra's, and nothing here knows its value.
    pub(super) fn not_simulated(&self) -> Stop {
        EvaluationError::NotSimulated { what: self.function.name.to_owned(), span: self.call.span }.into()
    }

    /// A failure of this call.
    pub(super) fn failure(&self, reason: impl Into<String>) -> Stop {
        EvaluationError::Function { function: self.function.name, reason: reason.into(), span: self.call.span }.into()
    }
}
