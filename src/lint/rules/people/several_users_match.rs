//! P013.

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::lint::{Check, HoldsFor, Judgement, Judges, Rule};

pub(super) static RULE: Rule = Rule {
    code: "P013",
    name: "several-users-match",
    severity: Severity::Error,
    holds_for: HoldsFor::TargetsWith(Capability::Scim),
    checks: "At most one existing user matches each person.",
    why: "Entra reports DuplicateTargetEntries and provisions nothing for the person.",
    example: "Two existing users with the userName of one person.",
    remedy: "Make the value unique in {application}, or match on another attribute.",
    source: "entra-docs, customize-application-attributes: matching",
    check: Check::Rehearsal(Judgement {
        judges: Judges::Person(|person| person.matches > 1),
        says: ("matches several existing users", "match several existing users"),
    }),
};
