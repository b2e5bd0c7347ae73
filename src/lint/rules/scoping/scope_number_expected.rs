//! S005.

use crate::expression::Severity;
use crate::lint::{Check, HoldsFor, Rule};
use crate::plan::ScopeOperator;

pub(super) static RULE: Rule = Rule {
    code: "S005",
    name: "scope-number-expected",
    severity: Severity::Error,
    holds_for: HoldsFor::EveryTarget,
    checks: "Greater_Than compares with a whole number.",
    why: "Entra's scope step fails with an error for everyone.",
    example: "extensionAttribute1 Greater_Than high.",
    remedy: "Enter a whole number.",
    source: "entra-docs, define-conditional-rules-for-provisioning-user-accounts",
    check: Check::Clause(|at, findings| {
        let clause = at.clause;
        let compares = [ScopeOperator::GreaterThan, ScopeOperator::GreaterThanOrEquals].contains(&clause.operator);
        let wrong = |value: &&String| !value.is_empty() && value.parse::<u64>().is_err();
        if compares && let Some(value) = clause.values.iter().find(wrong) {
            let message = format!("{} {} needs a whole number, not “{value}”.", clause.attribute, clause.operator);
            findings.push(at.finding(message));
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{fires, reference, scoped, silent};

    const RULE: &str = "scope-number-expected";

    #[test]
    fn a_text_is_not_a_number() {
        silent(&reference(), RULE);
        silent(&scoped(&[("employeeId", "Greater_Than", "100")]), RULE);
        fires(&scoped(&[("employeeId", "Greater_Than", "high")]), RULE);
        fires(&scoped(&[("employeeId", "Greater_Than_OR_EQUALS", "1.5")]), RULE);
    }
}
