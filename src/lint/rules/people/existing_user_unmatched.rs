//! P014.

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::lint::{Check, HoldsFor, Judgement, Judges, Rule};

pub(super) static RULE: Rule = Rule {
    code: "P014",
    name: "existing-user-unmatched",
    severity: Severity::Warning,
    holds_for: HoldsFor::TargetsWith(Capability::Scim),
    checks: "Somebody in the file matches every existing user.",
    why: "Entra does not manage an existing user whom nobody matches. It never updates or disables that user.",
    example: "An existing user whose identifier nobody in Entra has.",
    remedy: "Correct the identifier in {application}, bring the person into the file, or manage the user without Entra.",
    source: "entra-docs, how-provisioning-works: initial cycle",
    check: Check::Rehearsal(Judgement {
        judges: Judges::Everybody(|everybody| everybody.unmatched_existing),
        says: ("existing user matches nobody in the file", "existing users match nobody in the file"),
    }),
};
