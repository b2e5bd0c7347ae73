//! S006.

use crate::expression::Severity;
use crate::lint::{Finding, Place, Rule};

pub(in super::super) static SCOPE_NEGATION_DROPS_EMPTY: Rule = Rule {
    code: "S006",
    name: "scope-negation-drops-empty",
    severity: Severity::Warning,
    checks: "A filter by what somebody is not has an answer for people without a value.",
    why: "Who has no value is not in scope: the clause is false, and the account is disabled.",
    example: "department NOT EQUALS Sales, for people without a department.",
    remedy: "Add a second filter with IS NULL.",
    source: "entra-docs, define-conditional-rules-for-provisioning-user-accounts",
    check: |context, findings| {
        for object in &context.plan.object_mappings {
            for clause in object.scoping_filters.iter().flat_map(|filter| &filter.clauses) {
                let attribute = clause.attribute.as_str();
                let operator = clause.operator.as_str();
                // A filter with IS NULL on the same attribute is the documented way out.
                let answered = object.scoping_filters.iter().flat_map(|filter| &filter.clauses).any(|other| {
                    other.attribute == attribute && ["IS NULL", "IS NOT NULL"].contains(&other.operator.as_str())
                });
                if operator.starts_with("NOT ") && !answered {
                    let message = format!("{attribute} {operator} leaves out everyone without {attribute}.");
                    findings.push(Finding::new(Place::table(object.kind), None, message));
                }
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{fires, reference, scoped, silent};

    const RULE: &str = "scope-negation-drops-empty";

    #[test]
    fn the_clause_is_judged() {
        silent(&reference(), RULE);
        silent(&scoped(&[("department", "EQUALS", "Sales")]), RULE);
        for (attribute, operator, values) in
            [("department", "NOT EQUALS", "Sales"), ("department", "NOT REGEX MATCH", "^S.*$")]
        {
            fires(&scoped(&[(attribute, operator, values)]), RULE);
        }
    }
}
