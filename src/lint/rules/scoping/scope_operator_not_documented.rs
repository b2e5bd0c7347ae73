//! S012.

use crate::expression::Severity;
use crate::lint::{Check, HoldsFor, Rule};
use crate::plan::ScopeOperator;
use crate::simulate::operator_facts;

pub(super) static RULE: Rule = Rule {
    code: "S012",
    name: "scope-operator-not-documented",
    severity: Severity::Warning,
    holds_for: HoldsFor::EveryTarget,
    checks: "Every clause uses an operator whose meaning is documented.",
    why: "Nobody can predict the scope. Crosswalk gives no verdict for such a clause.",
    example: "department Present.",
    remedy: "Use a documented operator, for example IS NOT NULL instead of Present, or test the clause with Provision on demand.",
    source: "entra-docs, define-conditional-rules-for-provisioning-user-accounts; the portal's list of operators",
    check: Check::Clause(|at, findings| {
        let operator = &at.clause.operator;
        // Another rule reports the operators that Entra does not list.
        if !operator_facts(operator).documented && !matches!(operator, ScopeOperator::Other(_)) {
            let message = format!(
                "The effect of {operator} is not documented. The clause about {} has no verdict.",
                at.clause.attribute
            );
            findings.push(at.finding(message));
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{fires, found, reference, scoped, silent};

    const RULE: &str = "scope-operator-not-documented";

    #[test]
    fn a_listed_operator_without_documentation_is_known_and_warned_about() {
        silent(&reference(), RULE);
        silent(&scoped(&[("department", "EQUALS", "Sales")]), RULE);
        silent(&scoped(&[("department", "unheard of", "Sales")]), RULE);
        for (operator, value) in [("Present", ""), ("Valid Cert Match", "x"), ("&", "x"), ("!&", "x")] {
            let plan = scoped(&[("department", operator, value)]);
            fires(&plan, RULE);
            for other in ["scope-operator-unknown", "scope-value-missing", "scope-matches-nobody"] {
                assert_eq!(found(&plan, other), [], "{operator}");
            }
        }
    }
}
