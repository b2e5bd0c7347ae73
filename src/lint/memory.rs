//! Expressions of earlier checks. Each text is parsed once, and checked once as long as the plan defines the same
//! attributes.

use std::collections::HashMap;
use std::sync::Arc;

use super::attribute_lookup::Lookup;
use crate::expression::{Diagnostic, Expression, Parsed, attribute_names, parse};
use crate::plan::{AttributeDefinitions, AttributeMapping, MappingSource, ObjectKind, Plan};

/// An expression with everything that rules ask about it.
#[derive(Debug)]
pub(super) struct ReadExpression {
    pub(super) parsed: Parsed,
    /// The source attributes it reads.
    pub(super) reads: Vec<String>,
    /// The functions it calls, as typed.
    pub(super) calls: Vec<String>,
    /// What the expression room finds in it.
    pub(super) findings: Vec<Diagnostic>,
}

impl ReadExpression {
    fn new(text: &str, lookup: &Lookup<'_>) -> Self {
        let parsed = parse(text);
        let (mut reads, mut calls) = (Vec::new(), Vec::new());
        let mut findings = parsed.errors.clone();
        if let Some(tree) = &parsed.tree {
            reads = attribute_names(tree).into_iter().map(|(name, _)| name).collect();
            tree.visit(&mut |node| {
                if let Expression::Call(call) = node {
                    calls.push(call.name.clone());
                }
            });
        }
        findings.extend(parsed.check(lookup));
        Self { parsed, reads, calls, findings }
    }
}

type Expressions = HashMap<(ObjectKind, String), Arc<ReadExpression>>;

/// The expressions of the plan that was checked last.
#[derive(Debug, Default)]
pub(super) struct Memory {
    definitions: AttributeDefinitions,
    expressions: Expressions,
}

/// One mapping table: the expression of each mapping that has one.
pub(super) type Table = Vec<Option<Arc<ReadExpression>>>;

impl Memory {
    /// Reads every mapping of a plan, in the order of its tables, and forgets expressions that the plan no longer has.
    pub(super) fn read(&mut self, plan: &Plan) -> Vec<(ObjectKind, Table)> {
        if self.definitions != plan.attribute_definitions {
            self.expressions.clear();
            self.definitions.clone_from(&plan.attribute_definitions);
        }
        let mut expressions = Expressions::new();
        let tables = plan
            .object_mappings
            .iter()
            .map(|object| {
                let kind = object.kind;
                let read = |mapping: &AttributeMapping| {
                    let MappingSource::Expression { expression } = &mapping.source else { return None };
                    let key = (kind, expression.clone());
                    let known = self.expressions.remove(&key).or_else(|| expressions.get(&key).map(Arc::clone));
                    let read =
                        known.unwrap_or_else(|| Arc::new(ReadExpression::new(expression, &Lookup { plan, kind })));
                    expressions.insert(key, Arc::clone(&read));
                    Some(read)
                };
                (kind, object.attribute_mappings.iter().map(read).collect())
            })
            .collect();
        self.expressions = expressions;
        tables
    }
}
