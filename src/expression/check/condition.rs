//! Conditions of IIF that are documented as unsupported, and whole expressions with the same value for everybody.

use std::collections::BTreeMap;

use super::super::ast::{Call, Expression};
use super::super::compile::compile;
use super::super::diagnostic::Diagnostic;
use super::super::environment::Environment;
use super::super::evaluate::Outcome;
use super::super::functions::{self, Caution, DependsOn};
use super::super::print::quote;
use super::super::value::Value;

/// entra-docs, functions-for-customizing-application-data, IIF: these forms "are not supported", although Microsoft's own
/// mappings use them.
pub(super) fn check_condition(call: &Call, found: &mut Vec<Diagnostic>) {
    let Some(condition) = call.arguments.first() else { return };
    let mut what = None;
    condition.visit(&mut |node| {
        let here = match node {
            Expression::Call(inner) => functions::find(&inner.name)
                .filter(|function| function.cautions.contains(&Caution::Condition))
                .map(|function| function.name),
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
            "Microsoft documents {what} as unsupported in the condition of IIF, although its own mappings use it. Test it \
             with a person whose attribute is empty."
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
            Expression::Call(inner) => {
                functions::find(&inner.name).is_some_and(|function| function.depends_on != DependsOn::Arguments)
            }
            _ => false,
        };
    });
    if varies {
        return;
    }
    let nobody: BTreeMap<String, Value> = BTreeMap::new();
    if let Outcome::Value(value) = compile(tree).outcome(&nobody, &Environment::default())
        && let Some(text) = value.to_text()
    {
        let message = format!(
            "This expression has the same value for everybody: {}. Use a Constant mapping instead.",
            quote(&text)
        );
        found.push(Diagnostic::warning("E047", call.span, message));
    }
}
