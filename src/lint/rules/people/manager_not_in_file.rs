//! P019.

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::lint::{Check, HoldsFor, Judgement, Judges, Manager, Rule};

pub(super) static RULE: Rule = Rule {
    code: "P019",
    name: "manager-not-in-file",
    severity: Severity::Warning,
    holds_for: HoldsFor::TargetsWith(Capability::Scim),
    checks: "The file has the manager of everybody.",
    why: "Entra sends the reference to a manager only if the manager is provisioned too. This person is probably not in scope, deleted, or missing in the export.",
    example: "A manager ID that no row has.",
    remedy: "Export all people. If the manager is not in Entra any more, enter another one.",
    source: "entra-docs, known-issues: manager",
    check: Check::Rehearsal(Judgement {
        judges: Judges::Person(|person| person.manager == Manager::NotInFile),
        says: ("has a manager whom the file does not have", "have a manager whom the file does not have"),
    }),
};
