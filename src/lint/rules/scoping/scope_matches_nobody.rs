//! S011.

use crate::expression::Severity;
use crate::lint::{Finding, Place, Rule};
use crate::plan::ObjectKind;
use crate::simulate::{Verdict, judge_scope};

pub(in super::super) static SCOPE_MATCHES_NOBODY: Rule = Rule {
    code: "S011",
    name: "scope-matches-nobody",
    severity: Severity::Warning,
    checks: "Somebody of the people at hand is in scope.",
    why: "Nobody is provisioned, and people who are there already are disabled.",
    example: "department EQUALS \"sales\", where everybody has \"Sales\".",
    remedy: "Look at each clause with a person in view; values count with their case.",
    source: "entra-docs, define-conditional-rules-for-provisioning-user-accounts",
    check: |context, findings| {
        let filtered =
            context.plan.object_mapping(ObjectKind::User).is_some_and(|users| !users.scoping_filters.is_empty());
        // Who is not assigned is out of scope whatever the filters say.
        let entitled: Vec<_> = context.people.iter().filter(|person| person.assigned).collect();
        let out = |person: &&crate::directory::Person| {
            judge_scope(context.plan, ObjectKind::User, person).verdict == Verdict::False
        };
        if filtered && !entitled.is_empty() && entitled.iter().all(out) {
            let message = format!("None of the {} people at hand is in scope.", entitled.len());
            findings.push(Finding::new(Place::table(ObjectKind::User), None, message));
        }
    },
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{fires, scoped, silent};

    const RULE: &str = "scope-matches-nobody";

    #[test]
    fn a_filter_lets_somebody_in() {
        fires(&scoped(&[("department", "EQUALS", "Nowhere")]), RULE);
        silent(&scoped(&[("userPrincipalName", "REGEX MATCH", "^.*$")]), RULE);
    }
}
