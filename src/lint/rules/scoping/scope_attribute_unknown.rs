//! S002.

use crate::catalog::{Known, is_filterable, known_source};
use crate::expression::Severity;
use crate::lint::{Check, HoldsFor, Rule, SourceList};

pub(super) static RULE: Rule = Rule {
    code: "S002",
    name: "scope-attribute-unknown",
    severity: Severity::Error,
    holds_for: HoldsFor::EveryTarget,
    checks: "Every clause uses an attribute that Entra has.",
    why: "The clause is false for everyone, so nobody is provisioned.",
    example: "Department EQUALS Sales, with a capital D.",
    remedy: "Enter the exact name of the attribute.",
    source: "entra-docs, define-conditional-rules-for-provisioning-user-accounts",
    check: Check::Clause(|at, findings| {
        let attribute = at.clause.attribute.as_str();
        let Known::Unknown { nearest } = known_source(at.context.plan, at.kind, attribute) else { return };
        // Another rule reports the attributes that Entra cannot filter by.
        if is_filterable(at.kind, attribute) {
            let hint = nearest.map_or_else(String::new, |nearest| format!(" Did you mean {nearest}?"));
            findings.push(if at.context.source_list(at.kind) == SourceList::Missing {
                let message = format!(
                    "A scoping filter reads “{attribute}”. Does your directory have it? The imported file does not list \
                     source attributes.{hint}"
                );
                at.finding(message).as_severe_as(Severity::Warning)
            } else {
                at.finding(format!("A scoping filter reads “{attribute}”, but Entra has no such attribute.{hint}"))
            });
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{fires, reference, scoped, silent};

    const RULE: &str = "scope-attribute-unknown";

    #[test]
    fn a_misspelt_name_is_reported_with_the_right_one() {
        silent(&reference(), RULE);
        silent(&scoped(&[("department", "EQUALS", "Sales")]), RULE);
        silent(&scoped(&[("userType", "EQUALS", "Member")]), RULE);
        let problem = fires(&scoped(&[("Department", "EQUALS", "Sales")]), RULE);
        assert!(problem.message.ends_with("Did you mean department?"), "{}", problem.message);
    }
}
