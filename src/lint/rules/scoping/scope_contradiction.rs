//! S008.

use crate::expression::Severity;
use crate::lint::{Check, HoldsFor, Rule};
use crate::plan::{Clause, ScopeOperator};

pub(super) static RULE: Rule = Rule {
    code: "S008",
    name: "scope-contradiction",
    severity: Severity::Error,
    holds_for: HoldsFor::EveryTarget,
    checks: "The clauses of one filter can be true at the same time.",
    why: "Nobody is in scope, and everyone who was in scope is disabled.",
    example: "department EQUALS Sales and department EQUALS Marketing, in one filter.",
    remedy: "Use two filters. All clauses of a filter must be true, but only one filter needs to be true.",
    source: "entra-docs, define-conditional-rules-for-provisioning-user-accounts",
    check: Check::Clause(|at, findings| {
        let earlier = at.filter.clauses.iter().take(at.index);
        if earlier.into_iter().any(|earlier| contradict(earlier, at.clause)) {
            let message = format!("Two clauses about {} cannot be true together.", at.clause.attribute);
            findings.push(at.finding(message));
        }
    }),
};

fn contradict(a: &Clause, b: &Clause) -> bool {
    use ScopeOperator::{Equals, IsFalse, IsNotNull, IsNull, IsTrue};
    a.attribute == b.attribute
        && match (&a.operator, &b.operator) {
            (Equals, Equals) => a.values != b.values,
            (IsNull, Equals | IsNotNull) | (Equals | IsNotNull, IsNull) | (IsTrue, IsFalse) | (IsFalse, IsTrue) => true,
            _ => false,
        }
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::{fires, scoped, silent};

    const RULE: &str = "scope-contradiction";

    #[test]
    fn one_attribute_cannot_have_two_values() {
        silent(&scoped(&[("department", "EQUALS", "Sales"), ("city", "EQUALS", "Bonn")]), RULE);
        fires(&scoped(&[("department", "EQUALS", "Sales"), ("department", "EQUALS", "Marketing")]), RULE);
        fires(&scoped(&[("department", "IS NULL", ""), ("department", "IS NOT NULL", "")]), RULE);
        fires(&scoped(&[("accountEnabled", "IS TRUE", ""), ("accountEnabled", "IS FALSE", "")]), RULE);
    }
}
