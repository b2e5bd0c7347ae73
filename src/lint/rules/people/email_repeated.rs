//! P017.

use std::borrow::Cow;

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::lint::{Check, HoldsFor, Judgement, Judges, Row, Rule};
use crate::plan::{AttributePath, ElementFilter};

pub(super) static RULE: Rule = Rule {
    code: "P017",
    name: "email-repeated",
    severity: Severity::Warning,
    holds_for: HoldsFor::TargetsWith(Capability::TypedFields),
    checks: "No two people get the same e-mail address.",
    why: "An e-mail address signs one person in. Whether {application} refuses the second person is not documented.",
    example: "A shared mailbox as mail of two people, and mail → emails[type eq \"work\"].value.",
    remedy: "Give each person a separate address, or send none.",
    source: "",
    check: Check::Rehearsal(Judgement {
        judges: Judges::Repetition(concerns, compared),
        says: ("gets the e-mail address of somebody else", "get the e-mail address of somebody else"),
    }),
};

fn concerns(row: &Row<'_>) -> bool {
    let filter = ElementFilter { attribute: "type", value: "work" };
    row.is_to(&AttributePath { filter: Some(filter), sub_attribute: Some("value"), ..AttributePath::core("emails") })
}

fn compared(address: &str) -> Cow<'_, str> {
    if address.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return address.to_ascii_lowercase().into();
    }
    address.into()
}
