//! Expressions of earlier checks. Each text is checked once as long as the plan defines the same attributes.

use std::collections::HashMap;
use std::sync::Arc;

use super::attribute_lookup::Lookup;
use crate::expression::{Diagnostic, ReadExpression, read};
use crate::plan::{AttributeDefinitions, AttributeMapping, MappingSource, ObjectKind, Plan};

/// An expression with what the expression room finds in it.
#[derive(Debug)]
pub(super) struct CheckedExpression {
    pub(super) read: Arc<ReadExpression>,
    pub(super) findings: Vec<Diagnostic>,
}

impl CheckedExpression {
    fn new(text: &str, lookup: &Lookup<'_>) -> Self {
        let read = read(text);
        let mut findings = read.parsed().errors.clone();
        findings.extend(read.parsed().check(lookup));
        Self { read, findings }
    }
}

type Expressions = HashMap<(ObjectKind, String), Arc<CheckedExpression>>;

/// The expressions of the plan that was checked last.
#[derive(Debug, Default)]
pub(super) struct Memory {
    definitions: AttributeDefinitions,
    expressions: Expressions,
}

/// One mapping table: the expression of each mapping that has one.
pub(super) type Table = Vec<Option<Arc<CheckedExpression>>>;

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
                        known.unwrap_or_else(|| Arc::new(CheckedExpression::new(expression, &Lookup { plan, kind })));
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
