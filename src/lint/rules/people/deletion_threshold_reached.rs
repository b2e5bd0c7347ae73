//! P022.

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::lint::{Check, Everybody, HoldsFor, Judgement, Judges, Rule};

pub(super) static RULE: Rule = Rule {
    code: "P022",
    name: "deletion-threshold-reached",
    severity: Severity::Warning,
    holds_for: HoldsFor::TargetsWith(Capability::Scim),
    checks: "The first cycle disables and deletes fewer people than the threshold for accidental deletions allows.",
    why: "Entra puts the job into quarantine and provisions nobody until you allow the deletions.",
    example: "Prevent accidental deletions, threshold 20, and 50 people who lose access.",
    remedy: "Check who loses access. If that is right, allow the deletions in Entra, or raise the threshold for the first cycle.",
    source: "entra-docs, accidental-deletions",
    check: Check::Rehearsal(Judgement {
        judges: Judges::Everybody(over_the_threshold),
        says: (
            "person loses access, which is more than the threshold for accidental deletions allows",
            "people lose access, which is more than the threshold for accidental deletions allows",
        ),
    }),
};

/// The people who lose access, if they are more than the threshold. Without a threshold nothing stops the job.
fn over_the_threshold(everybody: &Everybody<'_>) -> usize {
    let most = everybody.plan.accidental_deletions_threshold.map(|most| most as usize);
    if most.is_some_and(|most| everybody.lose_access > most) { everybody.lose_access } else { 0 }
}
