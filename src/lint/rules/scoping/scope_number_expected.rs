//! S005.

use crate::expression::Severity;
use crate::lint::{Finding, Place, Rule};

pub(in super::super) static SCOPE_NUMBER_EXPECTED: Rule = Rule {
    code: "S005",
    name: "scope-number-expected",
    severity: Severity::Error,
    checks: "Greater_Than compares with a whole number.",
    why: "The scope step fails with an error for everyone.",
    example: "extensionAttribute1 Greater_Than high.",
    remedy: "Enter a whole number.",
    source: "entra-docs, define-conditional-rules-for-provisioning-user-accounts",
    check: |context, findings| {
        for object in &context.plan.object_mappings {
            for clause in object.scoping_filters.iter().flat_map(|filter| &filter.clauses) {
                let attribute = clause.attribute.as_str();
                let operator = clause.operator.as_str();
                let fits = |value: &String| value.parse::<u64>().is_ok();
                if operator.starts_with("Greater_Than")
                    && let Some(value) = clause.values.iter().find(|value| !value.is_empty() && !fits(value))
                {
                    let message = format!("“{value}” ({attribute} {operator}) is no whole number.");
                    findings.push(Finding::new(Place::table(object.kind), None, message));
                }
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{fires, reference, scoped, silent};

    const RULE: &str = "scope-number-expected";

    #[test]
    fn the_clause_is_judged() {
        silent(&reference(), RULE);
        silent(&scoped(&[("employeeId", "Greater_Than", "100")]), RULE);
        fires(&scoped(&[("employeeId", "Greater_Than", "high")]), RULE);
    }
}
