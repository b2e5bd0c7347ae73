//! P016.

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::lint::{Check, HoldsFor, Judgement, Judges, Row, Rule};

pub(super) static RULE: Rule = Rule {
    code: "P016",
    name: "value-too-long",
    severity: Severity::Advice,
    holds_for: HoldsFor::TargetsWith(Capability::Scim),
    checks: "A value has at most 255 characters.",
    why: "The longest value that {application} accepts is not documented. Many applications refuse values of more than 255 characters, or cut them.",
    example: "A job title with 300 characters.",
    remedy: "Shorten the value in Entra or with Left(…, 255), or test it with Provision on demand.",
    source: "The limit is assumed",
    check: Check::Rehearsal(Judgement {
        judges: Judges::Value(concerns, is_too_long),
        says: ("gets a value with more than 255 characters", "get a value with more than 255 characters"),
    }),
};

/// Where no document has a limit, this one is assumed.
const LONGEST: usize = 255;

fn concerns(_: &Row<'_>) -> bool {
    true
}

fn is_too_long(_: &Row<'_>, value: &str) -> bool {
    value.len() > LONGEST && value.chars().count() > LONGEST
}
