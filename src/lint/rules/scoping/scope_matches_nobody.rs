//! S011.

use crate::expression::Severity;
use crate::lint::{Check, Finding, HoldsFor, Place, Rule};
use crate::plan::ObjectKind;
use crate::simulate::Verdict;
use crate::text::grouped;

pub(super) static RULE: Rule = Rule {
    code: "S011",
    name: "scope-matches-nobody",
    severity: Severity::Warning,
    holds_for: HoldsFor::EveryTarget,
    checks: "At least one sample person is in scope.",
    why: "Nobody is provisioned, and existing accounts are disabled.",
    example: "department EQUALS \"sales\", although everyone has \"Sales\".",
    remedy: "Check each clause with a sample person. Comparisons are case-sensitive.",
    source: "entra-docs, define-conditional-rules-for-provisioning-user-accounts",
    check: Check::Settings(|context, findings| {
        let filtered =
            context.plan.object_mapping(ObjectKind::User).is_some_and(|users| !users.scoping_filters.is_empty());
        // People who are not assigned are out of scope with any filter.
        let assigned: Vec<_> = context.people.iter().filter(|person| person.assigned).collect();
        let out = |person: &&crate::directory::Person| context.scope_of(person) == Verdict::False;
        if filtered && !assigned.is_empty() && assigned.iter().all(out) {
            let message = match assigned.len() {
                1 => "The only sample person is not in scope.".to_owned(),
                2 => "Neither of the two sample people is in scope.".to_owned(),
                count => format!("None of the {} sample people is in scope.", grouped(count)),
            };
            findings.push(Finding::new(Place::table(ObjectKind::User), None, message));
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{fires, scoped, silent};

    const RULE: &str = "scope-matches-nobody";

    #[test]
    fn a_filter_without_anybody_is_reported() {
        fires(&scoped(&[("department", "EQUALS", "Nowhere")]), RULE);
        silent(&scoped(&[("userPrincipalName", "REGEX MATCH", "^.*$")]), RULE);
    }
}
