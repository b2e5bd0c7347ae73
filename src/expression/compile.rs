//! A tree prepared for evaluation: functions and attributes are resolved once, and parts that are the same for everybody
//! are computed once. A value that nothing changes is borrowed from the expression or from the person.

use super::ast::{Call, Expression};
use super::columns::{Columns, Texts};
use super::environment::{Attributes, Environment};
use super::evaluate::{
    CallNode, CompiledOutcome, Constant, Evaluator, MAXIMUM_STEPS, Node, Outcome, Row, Sides, Trace, cost,
    is_within_bounds,
};
use super::failure::EvaluationError;
use super::functions::{self, DependsOn};
use super::value::Value;
use crate::text::Span;

/// Words that leave the attribute, or the whole object, out.
const IGNORING: [&str; 2] = ["IgnoreAttributeFlow", "IgnoreObjectFlow"];

/// A compiled expression.
#[derive(Debug)]
pub struct Compiled {
    root: Node,
    columns: Option<Columns>,
    attributes: Vec<String>,
}

/// Compiles a tree. Compiling never fails: a part that Entra refuses fails when it is evaluated.
pub fn compile(tree: &Expression) -> Compiled {
    let mut attributes = Vec::new();
    let root = node(tree, &mut attributes);
    Compiled { columns: Columns::of(&root), root, attributes }
}

impl Compiled {
    /// The names of the source attributes that it reads, each once: what a row has to hold, in this order.
    pub fn attributes(&self) -> &[String] {
        &self.attributes
    }

    /// The value for one person.
    pub fn evaluate<'a>(&'a self, row: &'a dyn Row, environment: &'a Environment) -> CompiledOutcome<'a> {
        if let Some(cell) = self.root.at_once(row) {
            return CompiledOutcome::Value(cell);
        }
        self.root.cell(&mut Evaluator::new(row, environment)).into()
    }

    /// The same, which adds the steps that it takes to a count.
    pub fn evaluate_counting<'a>(
        &'a self,
        row: &'a dyn Row,
        environment: &'a Environment,
        steps: &mut usize,
    ) -> CompiledOutcome<'a> {
        *steps += 1;
        if let Some(cell) = self.root.at_once(row) {
            return CompiledOutcome::Value(cell);
        }
        let mut evaluator = Evaluator::new(row, environment);
        let result = self.root.cell(&mut evaluator);
        *steps += MAXIMUM_STEPS - evaluator.steps_left();
        result.into()
    }

    /// The values for many people at once, whose attributes are in columns, in the order of [`attributes`](Self::attributes).
    /// Nothing if they have to be evaluated person by person. Otherwise the evaluation of none of them fails, and takes no
    /// more than [`USUAL_STEPS`](super::USUAL_STEPS).
    pub fn texts<'a>(&'a self, slots: &[Texts<'a>], people: usize) -> Option<Texts<'a>> {
        self.columns.as_ref()?.evaluate(slots, people)
    }

    /// Whether its value is one of a few texts that it has itself.
    pub fn yields_constants(&self) -> bool {
        self.columns.as_ref().is_some_and(Columns::yields_constants)
    }

    /// The same for a person whose attributes are known by name.
    pub fn outcome(&self, attributes: &dyn Attributes, environment: &Environment) -> Outcome {
        self.evaluate(&self.row(attributes), environment).into()
    }

    /// The same with its record: the warnings and the value of every part.
    pub fn trace(&self, attributes: &dyn Attributes, environment: &Environment) -> Trace {
        let row = self.row(attributes);
        let mut evaluator = Evaluator::recording(&row, environment);
        let result = self.root.cell(&mut evaluator);
        evaluator.into_trace(result)
    }

    fn row(&self, attributes: &dyn Attributes) -> Vec<Value> {
        self.attributes.iter().map(|name| attributes.get(name)).collect()
    }
}

fn node(tree: &Expression, attributes: &mut Vec<String>) -> Node {
    let span = tree.span();
    match tree {
        Expression::Empty { .. } => Node::Empty { span },
        Expression::Attribute { name, .. } => {
            let slot = attributes.iter().position(|known| known == name).unwrap_or_else(|| {
                attributes.push(name.clone());
                attributes.len() - 1
            });
            Node::Attribute { slot, span }
        }
        Expression::Comparison { left, comparator, right } => {
            let (left, right) = (node(left, attributes), node(right, attributes));
            Node::Comparison(Box::new(Sides { left, comparator: *comparator, right, span }))
        }
        Expression::Identifier { name, .. } if IGNORING.contains(&name.as_str()) => Node::Ignored { span },
        Expression::Identifier { name, .. } => constant(Value::text(name.as_str()), span),
        Expression::Text { value, .. } => constant(Value::text(value.as_str()), span),
        Expression::Number { text, .. } => constant(Value::number(text), span),
        Expression::Hex { value, .. } => constant(Value::Integer(*value), span),
        Expression::Call(call) => call_node(call, attributes),
    }
}

fn constant(value: Value, span: Span) -> Node {
    if !is_within_bounds(&value) {
        return Node::Failure { error: Box::new(EvaluationError::TooLarge { span }), span };
    }
    Node::Constant(Constant { cost: cost(&value), value, span, call: None })
}

fn call_node(call: &Call, attributes: &mut Vec<String>) -> Node {
    let span = call.span;
    let Some(function) = functions::find(&call.name) else {
        let error = EvaluationError::UnknownFunction { name: call.name.clone(), span: call.name_span };
        return Node::Failure { error: Box::new(error), span };
    };
    let found = call.arguments.len();
    if !function.accepts(found) {
        let expected = function.expected_arguments();
        let error = EvaluationError::ArgumentCount { function: function.name, expected, found, span };
        return Node::Failure { error: Box::new(error), span };
    }
    let arguments: Vec<_> = call.arguments.iter().map(|argument| node(argument, attributes)).collect();
    let is_constant = |argument: &Node| matches!(argument, Node::Constant(_) | Node::Empty { .. });
    let computed = function.depends_on == DependsOn::Arguments && arguments.iter().all(is_constant);
    let node =
        CallNode { function: function.name, implementation: function.call, many: function.many, arguments, span };
    if computed { once(node) } else { Node::Call(Box::new(node)) }
}

/// A call with the same value for everybody. One that fails stays a call.
fn once(call: CallNode) -> Node {
    let environment = Environment::default();
    let nobody: Vec<Value> = Vec::new();
    let computed = {
        let mut evaluator = Evaluator::new(&nobody, &environment);
        let result = call.run(&mut evaluator).map(super::evaluate::Cell::into_value);
        result.map(|value| (value, MAXIMUM_STEPS - evaluator.steps_left()))
    };
    match computed {
        Ok((value, cost)) => Node::Constant(Constant { value, span: call.span, cost, call: Some(Box::new(call)) }),
        Err(_) => Node::Call(Box::new(call)),
    }
}
