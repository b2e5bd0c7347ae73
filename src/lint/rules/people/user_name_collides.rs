//! P018.

use std::borrow::Cow;

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::lint::{Check, HoldsFor, Judgement, Judges, Row, Rule};

pub(super) static RULE: Rule = Rule {
    code: "P018",
    name: "user-name-collides",
    severity: Severity::Error,
    holds_for: HoldsFor::TargetsWith(Capability::ReplacesAtInUserName),
    checks: "No two people get the same user name after {application} replaces @ with [at].",
    why: "{Application} refuses the second person, or changes the user name of the first one (not documented; assumed).",
    example: "“anna@contoso.com” and “anna[at]contoso.com” → userName.",
    remedy: "Correct one of the two values in Entra, or build userName from another attribute.",
    source: "",
    check: Check::Rehearsal(Judgement {
        judges: Judges::Repetition(concerns, compared),
        says: ("gets the user name of somebody else", "get the user name of somebody else"),
    }),
};

fn concerns(row: &Row<'_>) -> bool {
    row.is_user_attribute("userName")
}

fn compared(name: &str) -> Cow<'_, str> {
    if name.bytes().any(|byte| byte == b'@' || byte.is_ascii_uppercase()) {
        return name.to_ascii_lowercase().replace('@', "[at]").into();
    }
    name.into()
}
