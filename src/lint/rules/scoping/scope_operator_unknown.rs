//! S003.

use crate::expression::Severity;
use crate::lint::{Check, HoldsFor, Rule};
use crate::plan::ScopeOperator;

pub(super) static RULE: Rule = Rule {
    code: "S003",
    name: "scope-operator-unknown",
    severity: Severity::Error,
    holds_for: HoldsFor::EveryTarget,
    checks: "Every clause uses an operator that Entra lists.",
    why: "The portal does not offer this operator.",
    example: "department = Sales.",
    remedy: "Choose an operator from the list.",
    source: "entra-docs, define-conditional-rules-for-provisioning-user-accounts",
    check: Check::Clause(|at, findings| {
        if let ScopeOperator::Other(name) = &at.clause.operator {
            let message = format!("Unknown operator “{name}” in the clause about {}.", at.clause.attribute);
            findings.push(at.finding(message));
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{fires, reference, scoped, silent};
    use crate::plan::ScopeOperator;

    const RULE: &str = "scope-operator-unknown";

    #[test]
    fn only_an_operator_outside_the_list_is_reported() {
        silent(&reference(), RULE);
        for operator in ScopeOperator::LISTED {
            silent(&scoped(&[("department", operator.name(), "Sales")]), RULE);
        }
        fires(&scoped(&[("department", "=", "Sales")]), RULE);
    }
}
