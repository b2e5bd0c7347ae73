//! S003.

use crate::expression::Severity;
use crate::lint::{Finding, Place, Rule};
use crate::simulate::scope_operator;

pub(in super::super) static SCOPE_OPERATOR_UNKNOWN: Rule = Rule {
    code: "S003",
    name: "scope-operator-unknown",
    severity: Severity::Error,
    checks: "A scoping filter uses one of Entra's operators.",
    why: "The portal does not offer it.",
    example: "department = Sales.",
    remedy: "Choose an operator from the list.",
    source: "entra-docs, define-conditional-rules-for-provisioning-user-accounts",
    check: |context, findings| {
        for object in &context.plan.object_mappings {
            for clause in object.scoping_filters.iter().flat_map(|filter| &filter.clauses) {
                let attribute = clause.attribute.as_str();
                let operator = clause.operator.as_str();
                if scope_operator(operator).is_none() {
                    let message = format!("“{operator}” (on {attribute}) is no operator of a scoping filter.");
                    findings.push(Finding::new(Place::table(object.kind), None, message));
                }
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{fires, reference, scoped, silent};

    const RULE: &str = "scope-operator-unknown";

    #[test]
    fn the_clause_is_judged() {
        silent(&reference(), RULE);
        silent(&scoped(&[("department", "EQUALS", "Sales")]), RULE);
        fires(&scoped(&[("department", "=", "Sales")]), RULE);
    }
}
