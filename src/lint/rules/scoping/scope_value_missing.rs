//! S004.

use crate::expression::Severity;
use crate::lint::{Check, HoldsFor, Rule};
use crate::simulate::{Operand, operator_facts};

pub(super) static RULE: Rule = Rule {
    code: "S004",
    name: "scope-value-missing",
    severity: Severity::Error,
    holds_for: HoldsFor::EveryTarget,
    checks: "A clause whose operator compares has a value to compare with.",
    why: "The admin center does not save the clause. How Entra decides about it is not documented, so Crosswalk puts nobody out of scope because of it.",
    example: "department EQUALS, without a value.",
    remedy: "Enter a value, or use IS NULL or IS NOT NULL.",
    source: "entra-docs, define-conditional-rules-for-provisioning-user-accounts",
    check: Check::Clause(|at, findings| {
        let compares = operator_facts(&at.clause.operator).operand == Operand::Value;
        if compares && at.clause.values.iter().all(String::is_empty) {
            let message = format!("{} {} needs a value to compare with.", at.clause.attribute, at.clause.operator);
            findings.push(at.finding(message));
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{fires, reference, scoped, silent};

    const RULE: &str = "scope-value-missing";

    #[test]
    fn only_an_operator_that_compares_needs_a_value() {
        silent(&reference(), RULE);
        silent(&scoped(&[("department", "EQUALS", "Sales")]), RULE);
        for operator in ["IS NULL", "IS TRUE", "Present", "Valid Cert Match", "unheard of"] {
            silent(&scoped(&[("department", operator, "")]), RULE);
        }
        for operator in ["EQUALS", "Includes", "&", "!&"] {
            fires(&scoped(&[("department", operator, "")]), RULE);
        }
    }
}
