//! What the expression room finds (E001 to E099), as problems of the mapping, with the text's fix as an edit.

use super::{Context, Diagnostic, Field, Fix, Place};
use crate::catalog::{Known, known_source, source_attribute};
use crate::expression::{AttributeInfo, AttributeLookup};
use crate::plan::{AttributeType, Edit, MappingSource, ObjectKind, Plan};

const WHY: &str =
    "Entra refuses an expression it cannot read when the mapping is saved, or evaluates it to something else.";
const REMEDY: &str = "Correct the expression; the value for the sample person shows at once what it does.";

pub(super) struct Lookup<'a> {
    pub(super) plan: &'a Plan,
    pub(super) kind: ObjectKind,
}

impl AttributeLookup for Lookup<'_> {
    fn attribute(&self, name: &str) -> Option<AttributeInfo> {
        if known_source(self.plan, self.kind, name).is_unknown() {
            return None;
        }
        let catalogued = source_attribute(self.kind, name);
        Some(AttributeInfo {
            multivalued: catalogued.is_some_and(|attribute| attribute.multivalued),
            boolean: catalogued.is_some_and(|attribute| attribute.attribute_type == AttributeType::Boolean),
            reference: catalogued.is_some_and(|attribute| attribute.attribute_type == AttributeType::Reference),
        })
    }

    fn nearest(&self, name: &str) -> Option<String> {
        match known_source(self.plan, self.kind, name) {
            Known::Unknown { nearest } => nearest,
            _ => None,
        }
    }
}

pub(super) fn expression_problems(context: &Context<'_>) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for (kind, index, mapping) in context.mappings() {
        let (MappingSource::Expression { expression: text }, Some(read)) = (&mapping.source, context.read(kind, index))
        else {
            continue;
        };
        // Unknown attributes are the rule unknown-source's, wherever they stand.
        for diagnostic in read.findings.iter().filter(|diagnostic| diagnostic.code != "E016") {
            let fixes = diagnostic.fix.as_ref().map(|fix| {
                let source = MappingSource::Expression { expression: fix.apply(text) };
                Fix { label: fix.label.clone(), edits: vec![Edit::SetSource { kind, index, source }], safe: fix.safe }
            });
            problems.push(Diagnostic {
                code: diagnostic.code,
                rule: "expression",
                severity: diagnostic.severity,
                place: Place::field(kind, index, Field::Expression).at(diagnostic.span),
                target: Some(mapping.target_attribute.clone()),
                message: diagnostic.message.clone(),
                why: WHY,
                remedy: REMEDY,
                fixes: fixes.into_iter().collect(),
                suppressed: None,
            });
        }
    }
    problems
}
