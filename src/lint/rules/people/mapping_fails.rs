//! P023.

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::lint::{Check, HoldsFor, Judgement, Judges, Rule};

pub(super) static RULE: Rule = Rule {
    code: "P023",
    name: "mapping-fails",
    severity: Severity::Error,
    holds_for: HoldsFor::TargetsWith(Capability::Scim),
    checks: "No mapping fails for anybody.",
    why: "Entra reports an error and does not provision the person, or leaves the attribute out.",
    example: "DateDiff with a text that is not a date.",
    remedy: "Correct the value in Entra, or write the expression so that it accepts it.",
    source: "entra-docs, functions-for-customizing-application-data",
    check: Check::Rehearsal(Judgement {
        judges: Judges::Person(|person| person.fails),
        says: ("has a mapping that fails", "have a mapping that fails"),
    }),
};
