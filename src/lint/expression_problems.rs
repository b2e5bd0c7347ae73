//! What the expression room finds (E001 to E099), as problems of the mapping, with the text's fix as an edit.

use super::{Diagnostic, Field, Fix, Row};
use crate::plan::{Edit, MappingSource};

const WHY: &str =
    "Entra refuses an expression it cannot read when the mapping is saved, or evaluates it to something else.";
const REMEDY: &str = "Correct the expression; the value for the sample person shows at once what it does.";

/// The problems of one mapping's expression.
pub(super) fn expression_problems(row: &Row<'_>, problems: &mut Vec<Diagnostic>) {
    let Row { context, kind, index, mapping } = *row;
    let (MappingSource::Expression { expression: text }, Some(read)) = (&mapping.source, context.read(kind, index))
    else {
        return;
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
            place: row.place(Field::Expression).at(diagnostic.span),
            target: Some(mapping.target_attribute.clone()),
            message: diagnostic.message.clone(),
            why: WHY,
            remedy: REMEDY,
            fixes: fixes.into_iter().collect(),
            suppressed: None,
        });
    }
}
