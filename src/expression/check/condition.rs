//! Conditions of IIF that are documented as unsupported, and whole expressions that say the same for everybody.

use std::collections::BTreeMap;

use super::super::ast::{Call, Expression};
use super::super::diagnostic::Diagnostic;
use super::super::evaluate::{Outcome, evaluate};
use super::super::print::quote;
use super::super::{Environment, Value};
use super::kind::canonical;

const UNSUPPORTED: [&str; 5] = ["IsPresent", "IsNull", "IsNullOrEmpty", "IsNothing", "IgnoreFlowIfNullOrEmpty"];

/// Functions whose value is not decided by their arguments.
const FROM_OUTSIDE: [&str; 5] = ["Now", "Guid", "RandomString", "DefaultDomain", "SelectUniqueValue"];

/// entra-docs, functions-for-customizing-application-data, IIF: these forms "are not supported", although Microsoft's own
/// mappings use them.
pub(super) fn check_condition(call: &Call, found: &mut Vec<Diagnostic>) {
    let Some(condition) = call.arguments.first() else { return };
    let mut what = None;
    condition.visit(&mut |node| {
        let here = match node {
            Expression::Call(inner) => UNSUPPORTED.into_iter().find(|name| *name == canonical(inner)),
            Expression::Comparison { left, right, .. } => {
                let empty = |side: &Expression| matches!(side, Expression::Text { value, .. } if value.is_empty());
                (empty(left) || empty(right)).then_some("a comparison with an empty text")
            }
            _ => None,
        };
        what = what.or(here);
    });
    if let Some(what) = what {
        let message = format!(
            "Microsoft documents {what} as unsupported in a condition of IIF, although its own mappings use such forms; \
             test it with a person whose attribute is empty."
        );
        found.push(Diagnostic::warning("E023", condition.span(), message));
    }
}

/// An expression without anything that changes from person to person.
pub(super) fn check_constant(tree: &Expression, found: &mut Vec<Diagnostic>) {
    let Expression::Call(call) = tree else { return };
    let mut varies = false;
    tree.visit(&mut |node| {
        varies |= match node {
            Expression::Attribute { .. } | Expression::Identifier { .. } => true,
            Expression::Call(inner) => FROM_OUTSIDE.contains(&canonical(inner)),
            _ => false,
        };
    });
    if varies {
        return;
    }
    let nobody: BTreeMap<String, Value> = BTreeMap::new();
    if let Outcome::Value(value) = evaluate(tree, &nobody, &Environment::default()).outcome
        && let Some(text) = value.to_text()
    {
        let message = format!("This is {} for everybody: a Constant mapping says it plainly.", quote(&text));
        found.push(Diagnostic::warning("E047", call.span, message));
    }
}
