//! What the expression room finds (E001 to E099), as problems of the mapping, with the text's fix as an edit.

use super::{Diagnostic, Field, Fix, Row};
use crate::catalog::Capability;
use crate::expression::Severity;
use crate::plan::{Edit, MappingSource};

const WHY: &str = "Entra refuses to save an expression that it cannot read, or the value is not what you expect.";
const REMEDY: &str = "Correct the expression. The value for the sample person shows the effect immediately.";
const UNKNOWN_FUNCTION: &str = "E012";

/// The problems of one mapping's expression.
pub(super) fn expression_problems(row: &Row<'_>, problems: &mut Vec<Diagnostic>) {
    let Row { context, kind, index, mapping } = *row;
    let (MappingSource::Expression { expression: text }, Some(read)) = (&mapping.source, context.read(kind, index))
    else {
        return;
    };
    // The rule unknown-source reports unknown attributes in every mapping.
    for diagnostic in read.findings.iter().filter(|diagnostic| diagnostic.code != "E016") {
        let span = diagnostic.span;
        let of_a_connector =
            diagnostic.code == UNKNOWN_FUNCTION && diagnostic.fix.is_none() && !context.target_has(Capability::Scim);
        if of_a_connector {
            let name = text.get(span.start..span.end).unwrap_or_default();
            problems.push(Diagnostic {
                code: diagnostic.code,
                rule: "expression",
                severity: Severity::Advice,
                place: row.place(Field::Expression).at(span),
                target: Some(mapping.target_attribute.clone()),
                message: format!("Microsoft's connectors use {name}. Crosswalk does not simulate it."),
                why: "Microsoft uses functions in its own connectors that it does not document.".into(),
                remedy: "Leave the expression unchanged, and test it with Provision on demand.".into(),
                fixes: Vec::new(),
                suppressed: None,
            });
            continue;
        }
        let fixes = diagnostic.fix.as_ref().map(|fix| {
            let source = MappingSource::Expression { expression: fix.apply(text) };
            Fix { label: fix.label.clone(), edits: vec![Edit::SetSource { kind, index, source }], safe: fix.safe }
        });
        problems.push(Diagnostic {
            code: diagnostic.code,
            rule: "expression",
            severity: diagnostic.severity,
            place: row.place(Field::Expression).at(span),
            target: Some(mapping.target_attribute.clone()),
            message: diagnostic.message.clone(),
            why: WHY.into(),
            remedy: REMEDY.into(),
            fixes: fixes.into_iter().collect(),
            suppressed: None,
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::expression::Severity;
    use crate::lint::testing::{changed, expression, found, mapping};
    use crate::plan::Plan;

    fn with(text: &str, profile: &str) -> Plan {
        changed(|plan| {
            mapping(plan, "title").source = expression(text);
            plan.target_profile = profile.into();
        })
    }

    #[test]
    fn an_unknown_function_of_another_connector_is_advice_and_a_misspelt_one_an_error() {
        let severity = |text: &str, target: &str| {
            let problems = found(&with(text, target), "expression");
            assert_eq!(problems.len(), 1, "{problems:#?}");
            (problems[0].code, problems[0].severity)
        };
        let connector = "AltSecIdFromNetId([objectId])";
        assert_eq!(severity(connector, "other"), ("E012", Severity::Advice));
        assert_eq!(severity(connector, "scim"), ("E012", Severity::Error));
        assert_eq!(severity("ToLowr([jobTitle])", "other"), ("E012", Severity::Error));
    }
}
