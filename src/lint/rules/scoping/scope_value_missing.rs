//! S004.

use crate::expression::Severity;
use crate::lint::{Finding, Place, Rule};

pub(in super::super) static SCOPE_VALUE_MISSING: Rule = Rule {
    code: "S004",
    name: "scope-value-missing",
    severity: Severity::Error,
    checks: "A clause that compares has a value to compare with.",
    why: "The portal refuses the clause, or it is false for everyone.",
    example: "department EQUALS, without a value.",
    remedy: "Enter a value, or use IS NULL or IS NOT NULL.",
    source: "entra-docs, define-conditional-rules-for-provisioning-user-accounts",
    check: |context, findings| {
        for object in &context.plan.object_mappings {
            for clause in object.scoping_filters.iter().flat_map(|filter| &filter.clauses) {
                let attribute = clause.attribute.as_str();
                let operator = clause.operator.as_str();
                let unary = operator.starts_with("IS ");
                if !unary && clause.values.iter().all(String::is_empty) {
                    let message = format!("{attribute} {operator} has no value to compare with.");
                    findings.push(Finding::new(Place::table(object.kind), None, message));
                }
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{fires, reference, scoped, silent};

    const RULE: &str = "scope-value-missing";

    #[test]
    fn the_clause_is_judged() {
        silent(&reference(), RULE);
        for (attribute, operator, values) in [("department", "EQUALS", "Sales"), ("department", "IS NULL", "")] {
            silent(&scoped(&[(attribute, operator, values)]), RULE);
        }
        fires(&scoped(&[("department", "EQUALS", "")]), RULE);
    }
}
