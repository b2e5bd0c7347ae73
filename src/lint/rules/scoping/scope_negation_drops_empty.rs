//! S006.

use crate::expression::Severity;
use crate::lint::{Check, HoldsFor, Rule};
use crate::plan::ScopeOperator;

pub(super) static RULE: Rule = Rule {
    code: "S006",
    name: "scope-negation-drops-empty",
    severity: Severity::Warning,
    holds_for: HoldsFor::EveryTarget,
    checks: "A clause with NOT does not leave out people without a value.",
    why: "For people without a value the clause is false. They are out of scope, and their accounts are disabled.",
    example: "department NOT EQUALS Sales, for people without a department.",
    remedy: "Add a second filter with IS NULL.",
    source: "entra-docs, define-conditional-rules-for-provisioning-user-accounts",
    check: Check::Clause(|at, findings| {
        let clause = at.clause;
        if !matches!(clause.operator, ScopeOperator::NotEquals | ScopeOperator::NotRegexMatch) {
            return;
        }
        // A filter with IS NULL on the same attribute is the documented way out.
        let answered = at.filters.iter().flat_map(|filter| &filter.clauses).any(|other| {
            matches!(other.operator, ScopeOperator::IsNull | ScopeOperator::IsNotNull)
                && other.attribute == clause.attribute
        });
        if !answered {
            let (attribute, operator) = (&clause.attribute, &clause.operator);
            findings.push(at.finding(format!("{attribute} {operator} leaves out everyone without {attribute}.")));
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{fires, reference, scoped, silent};

    const RULE: &str = "scope-negation-drops-empty";

    #[test]
    fn a_negation_without_is_null_is_reported() {
        silent(&reference(), RULE);
        silent(&scoped(&[("department", "EQUALS", "Sales")]), RULE);
        silent(&scoped(&[("department", "NOT EQUALS", "Sales"), ("department", "IS NOT NULL", "")]), RULE);
        for (operator, value) in [("NOT EQUALS", "Sales"), ("NOT REGEX MATCH", "^S.*$")] {
            fires(&scoped(&[("department", operator, value)]), RULE);
        }
    }
}
