//! S008.

use crate::expression::Severity;
use crate::lint::{Finding, Place, Rule};

pub(in super::super) static SCOPE_CONTRADICTION: Rule = Rule {
    code: "S008",
    name: "scope-contradiction",
    severity: Severity::Error,
    checks: "The clauses of one filter can hold together.",
    why: "Nobody is in scope, and everyone who was is disabled.",
    example: "department EQUALS Sales and department EQUALS Marketing, in one filter.",
    remedy: "Make two filters of it: filters are alternatives, clauses hold together.",
    source: "entra-docs, define-conditional-rules-for-provisioning-user-accounts",
    check: |context, findings| {
        for object in &context.plan.object_mappings {
            for filter in &object.scoping_filters {
                for (at, clause) in filter.clauses.iter().enumerate() {
                    let contradicts = filter.clauses.iter().take(at).any(|earlier| {
                        earlier.attribute == clause.attribute
                            && match (earlier.operator.as_str(), clause.operator.as_str()) {
                                ("EQUALS", "EQUALS") => earlier.values != clause.values,
                                ("IS NULL", "EQUALS" | "IS NOT NULL")
                                | ("EQUALS" | "IS NOT NULL", "IS NULL")
                                | ("IS TRUE", "IS FALSE")
                                | ("IS FALSE", "IS TRUE") => true,
                                _ => false,
                            }
                    });
                    if contradicts {
                        let message = format!("No one fulfils both clauses on {}.", clause.attribute);
                        findings.push(Finding::new(Place::table(object.kind), None, message));
                    }
                }
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{fires, scoped, silent};

    const RULE: &str = "scope-contradiction";

    #[test]
    fn two_values_at_once_are_none() {
        silent(&scoped(&[("department", "EQUALS", "Sales"), ("city", "EQUALS", "Bonn")]), RULE);
        fires(&scoped(&[("department", "EQUALS", "Sales"), ("department", "EQUALS", "Marketing")]), RULE);
        fires(&scoped(&[("department", "IS NULL", ""), ("department", "IS NOT NULL", "")]), RULE);
    }
}
