//! S001.

use crate::catalog::is_filterable;
use crate::expression::Severity;
use crate::lint::{Check, HoldsFor, Rule};

pub(super) static RULE: Rule = Rule {
    code: "S001",
    name: "scope-attribute-not-filterable",
    severity: Severity::Error,
    holds_for: HoldsFor::EveryTarget,
    checks: "Every clause uses an attribute that Entra can filter by.",
    why: "Entra refuses the filter, or the filter has no effect.",
    example: "manager IS NOT NULL.",
    remedy: "Filter by another attribute, or decide by assignment.",
    source: "entra-docs, define-conditional-rules-for-provisioning-user-accounts",
    check: Check::Clause(|at, findings| {
        let attribute = at.clause.attribute.as_str();
        if !is_filterable(at.kind, attribute) {
            findings.push(at.finding(format!("Entra cannot filter by {attribute}.")));
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{fires, reference, scoped, silent};

    const RULE: &str = "scope-attribute-not-filterable";

    #[test]
    fn references_and_lists_are_reported() {
        silent(&reference(), RULE);
        silent(&scoped(&[("department", "EQUALS", "Sales")]), RULE);
        for attribute in ["manager", "proxyAddresses", "userType", "employeeHireDate"] {
            fires(&scoped(&[(attribute, "IS NOT NULL", "")]), RULE);
        }
    }
}
