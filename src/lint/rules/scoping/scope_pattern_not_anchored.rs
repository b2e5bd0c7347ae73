//! S007.

use crate::expression::Severity;
use crate::lint::{Check, HoldsFor, Rule};
use crate::plan::ScopeOperator;

pub(super) static RULE: Rule = Rule {
    code: "S007",
    name: "scope-pattern-not-anchored",
    severity: Severity::Warning,
    holds_for: HoldsFor::EveryTarget,
    checks: "A pattern starts with ^ and ends with $.",
    why: "It is not documented whether a pattern must cover the whole value. More people than you want may be in scope.",
    example: "department REGEX MATCH Sales.",
    remedy: "Start the pattern with ^ and end it with $.",
    source: "entra-docs, define-conditional-rules-for-provisioning-user-accounts",
    check: Check::Clause(|at, findings| {
        let matches = [ScopeOperator::RegexMatch, ScopeOperator::NotRegexMatch].contains(&at.clause.operator);
        let anchored = |value: &String| value.starts_with('^') && value.ends_with('$');
        let open = |value: &&String| !value.is_empty() && !anchored(value);
        if matches && let Some(value) = at.clause.values.iter().find(open) {
            let message = format!("The pattern “{value}” for {} lacks ^ or $.", at.clause.attribute);
            findings.push(at.finding(message));
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{fires, reference, scoped, silent};

    const RULE: &str = "scope-pattern-not-anchored";

    #[test]
    fn a_pattern_says_where_it_begins_and_ends() {
        silent(&reference(), RULE);
        silent(&scoped(&[("department", "REGEX MATCH", "^Sales$")]), RULE);
        fires(&scoped(&[("department", "REGEX MATCH", "Sales")]), RULE);
        fires(&scoped(&[("department", "NOT REGEX MATCH", "^Sales")]), RULE);
    }
}
