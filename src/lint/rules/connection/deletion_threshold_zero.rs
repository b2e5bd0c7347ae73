//! C006.

use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, HoldsFor, Place, Rule};

pub(super) static RULE: Rule = Rule {
    code: "C006",
    name: "deletion-threshold-zero",
    severity: Severity::Warning,
    holds_for: HoldsFor::EveryTarget,
    checks: "The threshold for accidental deletions allows a few deletions.",
    why: "Every single person who leaves puts the job into quarantine.",
    example: "Prevent accidental deletions, threshold 0.",
    remedy: "Enter the number of deletions that you expect in one cycle.",
    source: "entra-docs, accidental-deletions",
    check: Check::Settings(|context, findings| {
        if context.plan.accidental_deletions_threshold == Some(0) {
            let message = "With the threshold 0, every deletion stops provisioning.";
            findings.push(Finding::new(Place::setting(Field::AccidentalDeletions), None, message));
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, fires, silent};

    const RULE: &str = "deletion-threshold-zero";

    #[test]
    fn a_threshold_lets_some_through() {
        let with = |threshold| changed(|plan| plan.accidental_deletions_threshold = threshold);
        silent(&with(None), RULE);
        silent(&with(Some(20)), RULE);
        fires(&with(Some(0)), RULE);
    }
}
