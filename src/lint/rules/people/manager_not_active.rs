//! P020.

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::lint::{Check, HoldsFor, Judgement, Judges, Manager, Rule};

pub(super) static RULE: Rule = Rule {
    code: "P020",
    name: "manager-not-active",
    severity: Severity::Warning,
    holds_for: HoldsFor::TargetsWith(Capability::Scim),
    checks: "The manager of everybody is active.",
    why: "Entra does not create people who are not active, and it leaves out the reference to a manager who is not in the application.",
    example: "A person whose manager left, and sign-in is blocked for the manager.",
    remedy: "Enter another manager in Entra.",
    source: "entra-docs, known-issues: manager",
    check: Check::Rehearsal(Judgement {
        judges: Judges::Person(|person| person.manager == Manager::NotActive),
        says: ("has a manager who is not active", "have a manager who is not active"),
    }),
};
