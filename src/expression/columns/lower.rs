//! Which trees can be evaluated for many people at once.

use super::part::{Condition, Part};
use crate::expression::ast::Comparator;
use crate::expression::evaluate::{CallNode, Constant, ManyAtOnce, Node};
use crate::expression::functions::replace::{OLD_VALUE, PATTERN, REPLACEMENT};
use crate::expression::value::Value;

/// A part that yields text; nothing if it can yield something else, or fail.
pub(super) fn part(node: &Node) -> Option<Part> {
    match node {
        Node::Attribute { slot, .. } => Some(Part::Slot(*slot)),
        Node::Empty { .. } | Node::Constant(Constant { value: Value::Null, .. }) => Some(Part::Constant(None)),
        Node::Constant(Constant { value: Value::Text(text), .. }) => Some(Part::Constant(Some(text.clone()))),
        Node::Call(call) => called(call),
        Node::Constant(_) | Node::Comparison(_) | Node::Failure { .. } | Node::Ignored { .. } => None,
    }
}

fn called(call: &CallNode) -> Option<Part> {
    let arguments = call.arguments.as_slice();
    let parts = || arguments.iter().map(part).collect::<Option<Vec<Part>>>();
    match (call.many, arguments) {
        (ManyAtOnce::Text(map), [of] | [of, Node::Empty { .. }]) => Some(Part::Mapped(map, Box::new(part(of)?))),
        (ManyAtOnce::Joined, [_, _, ..]) => parts().map(Part::Joined),
        (ManyAtOnce::Appended, [left, right]) => {
            Some(Part::Joined(vec![Part::Constant(None), part(left)?, part(right)?]))
        }
        (ManyAtOnce::FirstPresent, _) => parts().map(Part::FirstPresent),
        (ManyAtOnce::ByCondition, [condition, yes, no]) => {
            Some(Part::Chosen(Box::new(condition_of(condition)?), Box::new([part(yes)?, part(no)?])))
        }
        (ManyAtOnce::ByKey, [source, default, pairs @ ..]) if pairs.len().is_multiple_of(2) => {
            let keys = pairs.iter().step_by(2).map(text_of).collect::<Option<_>>()?;
            let values = pairs.iter().skip(1).step_by(2).chain([default]).map(part).collect::<Option<_>>()?;
            Some(Part::Keyed { source: Box::new(part(source)?), keys, values })
        }
        (ManyAtOnce::Replaced, [of, others @ ..]) => replaced(of, others),
        _ => None,
    }
}

/// `Replace` with a text or a pattern, and a replacement, which are the same for everybody.
fn replaced(of: &Node, others: &[Node]) -> Option<Part> {
    let given = |place: usize| others.get(place - 1).filter(|node| !matches!(node, Node::Empty { .. }));
    let is_only = |find: usize| (1..=others.len()).all(|at| at == find || at == REPLACEMENT || given(at).is_none());
    let (of, by) = (Box::new(part(of)?), text_of(given(REPLACEMENT)?)?);
    match (given(OLD_VALUE), given(PATTERN)) {
        (Some(find), None) if is_only(OLD_VALUE) => {
            let find = text_of(find).filter(|find| !find.is_empty())?;
            Some(Part::Replaced { of, find, by })
        }
        (None, Some(pattern)) if is_only(PATTERN) => Some(Part::Matched { of, pattern: text_of(pattern)?, by }),
        _ => None,
    }
}

/// The text of a part that is the same for everybody; no value is the empty text.
fn text_of(node: &Node) -> Option<String> {
    if let Part::Constant(text) = part(node)? { Some(text.unwrap_or_default()) } else { None }
}

fn condition_of(node: &Node) -> Option<Condition> {
    match node {
        Node::Comparison(sides) => {
            let (left, right) = (part(&sides.left)?, part(&sides.right)?);
            match sides.comparator {
                Comparator::Equal => Some(Condition::Equal(left, right)),
                Comparator::NotEqual => Some(Condition::Unequal(left, right)),
                _ => None,
            }
        }
        Node::Call(call) => match (call.many, call.arguments.as_slice()) {
            (ManyAtOnce::Test(test), [of]) => Some(Condition::Tested(test, part(of)?)),
            // What is not a condition is compared with the text True.
            (ManyAtOnce::Opposite, [of]) => match condition_of(of)? {
                Condition::Says(_) => None,
                condition => Some(Condition::Not(Box::new(condition))),
            },
            _ => part(node).map(Condition::Says),
        },
        _ => part(node).map(Condition::Says),
    }
}
