//! P012.

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::lint::{Check, HoldsFor, Judgement, Judges, Rule};

pub(super) static RULE: Rule = Rule {
    code: "P012",
    name: "matching-value-missing",
    severity: Severity::Error,
    holds_for: HoldsFor::TargetsWith(Capability::Scim),
    checks: "Everybody in scope has a value in a matching attribute.",
    why: "Entra skips the person (ImportSkipped).",
    example: "A person without employeeId, and employeeId → externalId with precedence 1.",
    remedy: "Fill in the attribute, match on one that everybody has, or add a second matching attribute.",
    source: "entra-docs, how-provisioning-works: matching",
    check: Check::Rehearsal(Judgement {
        judges: Judges::Person(|person| !person.has_matching_value),
        says: ("has no value to match on", "have no value to match on"),
    }),
};
