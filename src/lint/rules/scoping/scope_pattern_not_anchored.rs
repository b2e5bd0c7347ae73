//! S007.

use crate::expression::Severity;
use crate::lint::{Finding, Place, Rule};

pub(in super::super) static SCOPE_PATTERN_NOT_ANCHORED: Rule = Rule {
    code: "S007",
    name: "scope-pattern-not-anchored",
    severity: Severity::Warning,
    checks: "A pattern says where it begins and ends.",
    why: "Whether a pattern must cover the whole value is not documented: more people than meant may be in scope.",
    example: "department REGEX MATCH Sales.",
    remedy: "Write ^ before and $ behind it.",
    source: "entra-docs, define-conditional-rules-for-provisioning-user-accounts",
    check: |context, findings| {
        for object in &context.plan.object_mappings {
            for clause in object.scoping_filters.iter().flat_map(|filter| &filter.clauses) {
                let attribute = clause.attribute.as_str();
                let operator = clause.operator.as_str();
                let anchored = |value: &String| value.starts_with('^') && value.ends_with('$');
                if operator.ends_with("REGEX MATCH")
                    && let Some(value) = clause.values.iter().find(|value| !value.is_empty() && !anchored(value))
                {
                    let message = format!("The pattern “{value}” ({attribute}) is not anchored with ^ and $.");
                    findings.push(Finding::new(Place::table(object.kind), None, message));
                }
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{fires, reference, scoped, silent};

    const RULE: &str = "scope-pattern-not-anchored";

    #[test]
    fn the_clause_is_judged() {
        silent(&reference(), RULE);
        silent(&scoped(&[("department", "REGEX MATCH", "^Sales$")]), RULE);
        fires(&scoped(&[("department", "REGEX MATCH", "Sales")]), RULE);
    }
}
